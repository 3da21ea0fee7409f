"""The database of an account on a phone, as each version of the app made it."""

# Of each store its key path, whether it numbers its rows, and its indexes, unique or not. What was
# released is never changed, only followed by another.
RELEASED = {
    1: {
        "drafts": ["record", False, {}],
        "entries": ["seq", False, {"entry": True, "kind": False, "record": False}],
        "meta": [None, False, {}],
        "outbox": ["order", True, {"entry": True, "record": False}],
    },
}
A_LATER_STEP = """
ACCOUNT_STEPS.push((db, transaction) => {
    transaction.objectStore("outbox").createIndex("kind", "kind");
    db.createObjectStore("later");
});"""
LATER = max(RELEASED) + 1
NAMED = """
    const done = (request) => new Promise((fulfil, reject) => Object.assign(request,
        {onsuccess: () => fulfil(request.result), onerror: () => reject(request.error)}));
    const all = await indexedDB.databases();
    const {name, version} = all.find(({name}) => name.startsWith("footing-"));"""
VERSION = f"async () => {{ {NAMED} return version; }}"
SHAPE = f"""async () => {{ {NAMED}
    const database = await done(indexedDB.open(name));
    const names = [...database.objectStoreNames], stores = database.transaction(names);
    const indexes = (store) => [...store.indexNames].map(name => [name, store.index(name).unique]);
    const shape = (store) =>
        [store.keyPath, store.autoIncrement, Object.fromEntries(indexes(store))];
    const found = names.map(name => [name, shape(stores.objectStore(name))]);
    database.close();
    return Object.fromEntries(found);
}}"""
HOLD = f"async () => {{ {NAMED} globalThis.held = await done(indexedDB.open(name)); }}"
BUILD = f"""async ([released, shapes]) => {{ {NAMED}
    const newer = await done(indexedDB.open(name)), rows = {{}};
    for (const store of Object.keys(shapes)) {{
        const there = newer.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([done(there.getAllKeys()), done(there.getAll())]);
        rows[store] = values.map((value, at) => there.keyPath ? [value] : [value, keys[at]]);
    }}
    newer.close();
    await done(indexedDB.deleteDatabase(name));
    const opening = indexedDB.open(name, released);
    opening.onupgradeneeded = () => {{
        for (const [store, [keyPath, autoIncrement, indexes]] of Object.entries(shapes)) {{
            const made = opening.result.createObjectStore(store, {{keyPath, autoIncrement}});
            for (const [path, unique] of Object.entries(indexes))
                made.createIndex(path, path, {{unique}});
            for (const row of rows[store]) made.put(...row);
        }}
    }};
    (await done(opening)).close();
}}"""


def version(page):
    """Which version of it lies on this phone."""
    return page.evaluate(VERSION)


def shape(page):
    """Its stores, said as in `RELEASED`."""
    return page.evaluate(SHAPE)


def built_as(page, released):
    """Put an older version with the same rows in its place, from a page that has none open."""
    page.evaluate(BUILD, [released, RELEASED[released]])


def makes_no_way(page):
    """Hold it open and hear nothing, as a tab that is asleep."""
    page.evaluate(HOLD)
