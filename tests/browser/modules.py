"""The modules of the page that is open, as the page has them: `ours("account.js")` in a script."""

OURS = """globalThis.ours = async (name) => {
    const its = () => document.querySelector('script[src*="/js/pages/"]');
    while (!its()) await new Promise((is) => setTimeout(is, 10)); // it comes after the first paint
    const { src } = its();
    const page = await import(src);
    return page.ours.later(`js/${name}`).catch(() => import(new URL(`../${name}`, src)));
}"""


def can_be_asked_for(context):
    """From now on, by scripts of a test in any page of this browser."""
    context.add_init_script(OURS)
