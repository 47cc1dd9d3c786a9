"""After the farewell: the moment itself, the card, a reference, the last day, the last mail.

Nothing here knows what was said in a conversation: this room cannot even import it."""
