"""Signing in, by passkey only: passkeys, challenges, logins and the phones words are kept on."""
