"""The ledger: every document, claim, judgement and finding as a line that is never changed and never removed.

In: Draft (what to record, by whom and why) and the bytes of captures. Out: Entry, in batches that are acknowledged as
one, chained by hash; the current view and a word index that can be rebuilt from the entries; Verification.

The only package that opens a database. ``store`` writes, ``reading`` reads, ``verify`` walks the chain, ``view`` keeps
the current view, ``once`` guards predictions, ``sqlite`` holds everything that is SQLite's own, ``migrations`` builds
the tables.

How it is written, and why:

- *One writer.* SQLite before 3.51.3 can corrupt a WAL file when two connections write or checkpoint at one moment.
  So a handle opened for writing holds a lock beside the file for its whole life, and it alone writes and checkpoints;
  a second one meets ``LedgerBusy``. Readers open the file read-only, which SQLite lets neither write nor checkpoint.
- *WAL.* Readers never wait for the writer, nor the writer for readers, and a reader can open a ledger whose writer was
  killed; with a rollback journal it could not. The price: while the writer works, the newest entries stand in the file
  ``-wal`` beside the ledger, so a copy made at that moment must take both.
- *synchronous=FULL.* A batch is acknowledged after the WAL reached the disk, so that an acknowledged entry survives a
  loss of power, not only the death of the process.
- *Made whole.* A new ledger is made under another name and renamed when it is finished. SQLite switches a new file to
  WAL through a rollback journal, and a reader cannot open a file whose maker was killed in that moment.
- *Fail-stop.* After a failed write the handle refuses further use; what the file holds is found out by opening it
  again. A retry after a failed sync could report success for pages that never reached the disk.
"""
