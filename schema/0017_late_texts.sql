-- A text that came after later ones, into buckets with more texts than a look-up takes, is a dependency until the nightly reconcile has gone through
-- these. Its key is late:TABLE/BUCKETS/TEXT/LAST: of these buckets the texts after (until, LAST) are still to be compared with TEXT.
DROP TABLE late_arrival;
