"""A phone's storage: how full it is, what lies in it, and what may happen to it."""

from tests.browser.clocks import passes
from tests.browser.waiting import eventually

FILL = """async () => {
    const done = (request) => new Promise((fulfil, reject) => {
        request.onsuccess = () => fulfil(request.result);
        request.onerror = () => reject(request.error);
    });
    const opening = indexedDB.open("films");
    opening.onupgradeneeded = () =>
        opening.result.createObjectStore("films", {autoIncrement: true});
    const database = await done(opening);
    const put = (bytes) => new Promise((fulfil, reject) => {
        const transaction = database.transaction("films", "readwrite");
        transaction.objectStore("films").add(new Uint8Array(bytes).map(() => Math.random() * 256));
        transaction.oncomplete = () => fulfil(true);
        transaction.onabort = () => fulfil(false);
    });
    for (const bytes of [1e6, 1e5, 1e4, 1e3, 100]) while (await put(bytes));
    database.close();
}"""
EMPTY = "new Promise(f => { indexedDB.deleteDatabase('films').onsuccess = () => f(); })"
DROP = """async () => {
    const result = (request) => new Promise(f => { request.onsuccess = () => f(request.result); });
    const name = (await indexedDB.databases()).find(({name}) => name.startsWith("footing-")).name;
    const database = await result(indexedDB.open(name));
    await result(database.transaction("meta", "readwrite").objectStore("meta").delete("reserve"));
    database.close();
}"""
KEPT = """async () => {
    const result = (request) => new Promise(f => { request.onsuccess = () => f(request.result); });
    const name = (await indexedDB.databases()).find(({name}) => name.startsWith("footing-")).name;
    const database = await result(indexedDB.open(name));
    const stores = database.transaction(["meta", "entries", "outbox", "drafts"]);
    const all = (store, index) => result(stores.objectStore(store).getAll());
    const meta = stores.objectStore("meta");
    const [cursor, stays, key] = await Promise.all(
        ["cursor", "stays", "key"].map(note => result(meta.get(note))));
    const entries = (await all("entries")).map(({seq, entry}) => [seq, entry]);
    const outbox = (await all("outbox")).map(({entry}) => entry);
    const drafts = (await all("drafts")).length;
    const reserve = Boolean(await result(meta.getKey("reserve")));
    database.close();
    return {entries, outbox, drafts, reserve, cursor, stays, hasKey: key instanceof CryptoKey};
}"""
WRITE = """async ([count, words, shared]) => {
    const {openJournal} = await ours("account.js");
    const journal = await openJournal();
    const said = {appointment: null, setting: "online", ratings: {}, felt_off: false, words,
        shared, happened_at: new Date().toISOString()};
    for (let n = 0; n < count; n++) await journal.keep(
        {record: crypto.randomUUID(), base: null, kind: "check_in"}, said);
}"""

DRAFTS = """async () => {
    const {openJournal} = await ours("account.js");
    return (await openJournal()).drafts.all();
}"""


def kept(person):
    """What lies in the database of the one account on this phone."""
    return person.page.evaluate(KEPT)


def writes(person, count, words="As before.", shared=False):
    """Keep so many check-ins, past the form. They wait until something sends them."""
    person.page.evaluate(WRITE, [count, words, shared])


def drafts(person):
    """The words of every draft that is on the disk, asked of a page that writes them."""
    return [draft["said"].get("words") for draft in person.page.evaluate(DRAFTS)]


def steps(person):
    """How far each of them has come."""
    return [draft["step"] for draft in person.page.evaluate(DRAFTS)]


def writes_down(person, words):
    """Type words of one's own in a check-in, until they are on the disk."""
    person.page.get_by_role("textbox").fill(words)
    passes(person, seconds=1)
    assert eventually(person.page, lambda: words in drafts(person))


def allows(person, megabytes):
    """Give Footing so much storage and no more. Said after something is stored it comes late."""
    asked = {"origin": person.origin, "quotaSize": megabytes * 1_000_000}
    person.cdp.send("Storage.overrideQuotaForOrigin", asked)


def used(person):
    """How many megabytes Footing takes up, with the films."""
    asked = {"origin": person.origin}
    return person.cdp.send("Storage.getUsageAndQuota", asked)["usage"] / 1_000_000


def fills(person, over=3):
    """Fill up what is left, as films and photos would, and so many megabytes of what is there: a
    browser that tidies up frees some, by itself and at any time."""
    person.page.evaluate(FILL)
    for _ in range(10):
        quota = used(person) - over
        allows(person, quota)
        person.page.wait_for_timeout(1500)
        if used(person) > quota:
            return


def fills_the_reserve_too(person, over=3):
    """Fill up everything, and what Footing had reserved."""
    person.page.evaluate(DROP)
    fills(person, over)


def empties(person):
    """Delete the films again."""
    allows(person, 30)
    person.page.evaluate(EMPTY)
