-- Stamps of the sealed log by an authority outside.
ALTER TABLE event_block ADD COLUMN stamp TEXT; -- RFC 3161 token over the block's hash, base64; NULL: none
