"""A load client on raw sockets: it must cost less than what it measures."""

import asyncio
import time


def request(path, body, cookie="", host="localhost"):
    """The bytes of one POST."""
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n"
        f"Sec-Fetch-Site: same-origin\r\nCookie: {cookie}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def measure(port, connections):
    """Send each connection's requests one after the other, all connections at once.

    `connections` is a list of lists of request bytes. Returns seconds, and each request's seconds.
    """
    return asyncio.run(_measure(port, connections))


async def _measure(port, connections):
    begin = time.perf_counter()
    times = await asyncio.gather(*(_one(port, requests) for requests in connections))
    return time.perf_counter() - begin, sorted(t for each in times for t in each)


async def _one(port, requests):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    times = []
    for request in requests:
        begin = time.perf_counter()
        writer.write(request)
        await _answer(reader)
        times.append(time.perf_counter() - begin)
    writer.close()
    return times


async def _answer(reader):
    head = await reader.readuntil(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 20"):
        raise RuntimeError(head.decode())
    length = head.lower().split(b"content-length:")[1].split(b"\r\n")[0]
    return await reader.readexactly(int(length))
