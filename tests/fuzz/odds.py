"""What hostile requests are made of, beside their bodies."""

METHODS = (
    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "BREW", "get",
    "", "G\xc9T", "POST ", "X" * 3000,
)  # fmt: skip
FOREIGN = ("cross-site", "same-site", "none", "", "SAME-ORIGIN", "same-origin, cross-site", "\xff")
KINDS = (
    "", "text/plain", "text/html", "application/x-www-form-urlencoded", "multipart/form-data",
    "multipart/form-data; boundary=", "multipart/form-data; boundary=x", "application/jsonp",
    "application/xml", "json", "/", ";", "application/json/json", "application\xff/json", "*/*",
    "text/json; charset=utf-8", "application/problem+json", "a" * 9000,
)  # fmt: skip
LENGTHS = ("", "-1", "0", "1", "abc", "1e3", "99999999999999999999", " 1", "+1", "0x10", "\xb2")
FORMS = (
    b"", b"csrf_token=x&name=Zoe&usual_setting=online", b"csrf_token=&version=\xff", b"&&&===",
    b"csrf_token=" + b"a" * 70_000, b"name=%00%ff%u1234&csrf_token=%", b"a=1&" * 2_000,
    b"--x\r\nContent-Disposition: form-data; name=csrf_token\r\n\r\nx\r\n--x--", b"--x\r\n" * 200,
)  # fmt: skip
NAMES = (
    "Accept", "Accept-Encoding", "Accept-Language", "Authorization", "Cache-Control", "Connection",
    "Content-Encoding", "Cookie", "Expect", "Forwarded", "If-Match", "If-Modified-Since",
    "If-None-Match", "If-Range", "If-Unmodified-Since", "Origin", "Range", "Referer",
    "Sec-Fetch-Mode", "Sec-Fetch-Dest", "TE", "Transfer-Encoding", "Upgrade", "User-Agent",
    "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-HTTP-Method-Override",
    "X-Original-URL", "Host",
)  # fmt: skip
VALUES = (
    "", "\x00", "\x7f", "\xff" * 8, "a" * 9000, "'; DROP TABLE entry; --", "../../etc/passwd",
    "${jndi:ldap://x}", "{{7*7}}", "%s%n", "<script>alert(1)</script>", "=?utf-8?q?x?=", ",,,",
    "\xed\x9f\xbf", '"', "\\", "*", "0", "-1", "1970-01-01", "bytes=0-,-1,5-2", "chunked", "gzip",
    'W/"x", "y", *', "Thu, 99 Foo 99999 99:99:99 GMT", "br;q=9, *;q=x, gzip;q=-1", "null",
    "text/html", "text/html;q=a, */*;q=\xff", "localhost:8000:8000", "[::1", "127.0.0.1",
    "navigate", "session=\xff; a=b; =c; ;;;", "form-8000=eyJ.x.y", "login-8000=; login-8000=\xff",
)  # fmt: skip
QUESTIONS = (
    "", "?", "?before=", "?before=%00", "?before=" + "9" * 500, "?before=" + "%ff" * 40,
    "?" + "&" * 500,
    "?before=00000000-0000-0000-0000-000000000000&before=x", "?next=//evil.example", "?%ff=%fe&%=",
    "?next=javascript:alert(1)", "?a[]=1&a[b]=2", "?%00", "?\xff", "?" + "a" * 9000,
)  # fmt: skip
# `{}` is an address there is.
PATHS = (
    "{}/", "/{}", "{}%00", "{}%ff", "{}%", "{}%zz", "{}%u0041", "{}%2e%2e/", "{}/..%2f..%2fetc",
    "{};a=b", "{}%0d%0aSet-Cookie:%20a=b", "{}/.", "{}%252e", "{}\\", "{}#", "{}?",
    "{}?next=//evil.example", "{}?before=%00", "{}?%ff=%fe&%=", "%2f%2f{}", "{}{}", "*", "",
    "http://evil.example{}", "{}?" + "&" * 500, "{}?before=" + "9" * 500, "{}/" + "a" * 20_000,
    "{}/" + "%f0%9f%8c%a6" * 300, "{}/" + "../" * 300, "{}/%F0%9F", "{}/\x7f", "/assets/{}%00",
    "/devices/%00/key", "/practice/clients/{}", "/assets/%2e%2e/%2e%2e/secrets.json",
)  # fmt: skip
