"""Backups: one encrypted file that brings a whole installation back, on any machine."""
