"""Goals and ways of working: proposed by one, counting once both agreed; and how it is going."""
