"""What lies on a phone, byte by byte, past every page of ours."""

import json

DATABASES = """
    const done = (request) => new Promise((fulfil, reject) =>
        Object.assign(request, {onsuccess: () => fulfil(request.result), onerror: reject}));
    const stores = async (database) => Promise.all([...database.objectStoreNames].map(
        async (name) => [name, await done(database.transaction(name).objectStore(name).getAll())]));
    const found = {};
    for (const {name} of await indexedDB.databases()) {
        const database = await done(indexedDB.open(name));
        found[name] = Object.fromEntries(await stores(database));
        database.close();
    }
    const binary = (value) => ArrayBuffer.isView(value) || value instanceof ArrayBuffer;
    const latin = (value) => new TextDecoder("latin1").decode(value);
    const readable = (_, value) => value instanceof CryptoKey ? "CryptoKey"
        : binary(value) ? latin(value) : value;
"""
FOUND = f"async () => {{ {DATABASES} return JSON.stringify(found, readable); }}"
EVERYTHING = f"""async () => {{ {DATABASES}
    const kept = [];
    for (const name of await caches.keys()) {{
        const cache = await caches.open(name);
        for (const each of await cache.matchAll()) kept.push(await each.text());
    }}
    return JSON.stringify({{found, kept, ...localStorage, ...sessionStorage}}, readable);
}}"""


def everything(person):
    """Every byte of every database, cache and note of this person's phone, as one text."""
    return person.page.evaluate(EVERYTHING)


def stored(person, store):
    """The rows of one store, of every account on this phone."""
    found = json.loads(person.page.evaluate(FOUND))
    return [row for stores in found.values() for row in stores.get(store, [])]


def is_unreadable(person, *words):
    """None of these words is in the clear anywhere, and no key lies there that would open them."""
    lies = everything(person)
    assert len(lies) > 1000
    return '"CryptoKey"' not in lies and not any(word in lies for word in words)
