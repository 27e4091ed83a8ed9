package delivery

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"pressroom/internal/blob"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	pmail "pressroom/internal/mail"
	"pressroom/internal/render/email"
	"pressroom/internal/store"
)

// setBlob makes what is stored under a digest something else.
func (n *newsroom) setBlob(digest string, data []byte) {
	n.t.Helper()
	ctx := context.Background()
	err := n.l.DB().Tx(ctx, func(tx *store.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE blob SET data = ? WHERE digest = ?`, data, digest)
		return err
	})
	if err != nil {
		n.t.Fatal(err)
	}
}

func TestADamagedMessageIsNotMailedAndTheLeadIsTold(t *testing.T) {
	ctx := context.Background()
	n := newNewsroom(t, &server{})
	var told []ledger.Event
	n.l.OnEvent = func(_ context.Context, _ *store.Tx, _ string, e ledger.Event) error {
		told = append(told, e)
		return nil
	}
	id := n.schedule(embargo.Release, time.Second, 3)
	right, err := n.l.Artefact(ctx, id, "mail/en")
	if err != nil {
		t.Fatal(err)
	}
	n.setBlob(blob.Digest(right), bytes.Replace(right, []byte(`"Subject":"S"`), []byte(`"Subject":"X"`), 1))
	n.w.add(time.Second)
	n.work(n.settled(id))
	d, err := n.l.Dispatch(ctx, id)
	if err != nil || d.State != ledger.Paused || !strings.Contains(d.Reason, "mail/en of x/release-1 is not what was stored") {
		t.Errorf("%s: %s, %v", d.State, d.Reason, err)
	}
	if len(n.s.arrived()) > 0 || len(told) != 1 || told[0] != ledger.WasDamaged {
		t.Errorf("%d were mailed, told %v", len(n.s.arrived()), told)
	}
	n.setBlob(blob.Digest(right), right)
	if err := n.l.Resume(ctx, id, ledger.MainRelay); err != nil {
		t.Fatal(err)
	}
	n.work(n.settled(id))
	if c := n.counts(id); c.Sent != 3 {
		t.Errorf("after the database was put right: %+v", c)
	}
}

func TestAnAttachmentThatIsKeptBesideTheMessageGoesWithIt(t *testing.T) {
	ctx := context.Background()
	n := newNewsroom(t, &server{})
	blobs := map[string][]byte{}
	tpl, err := pmail.Build(pmail.Parts{
		From: "Press <press@x.example>", Language: "en", SentTo: "Sent to %s.", TextOnly: true,
		Bodies:      &email.Bodies{Subject: "S", Text: []byte("Body\n" + email.PersonalLine + "\n")},
		Attachments: []pmail.Attachment{{Name: "x.pdf", Type: "application/pdf", Data: []byte("%PDF-1.7 and more")}},
		Key:         func(data []byte) string { d := blob.Digest(data); blobs[d] = data; return d },
	})
	if err != nil {
		t.Fatal(err)
	}
	data, err := tpl.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	id, err := n.l.Create(ctx, ledger.Draft{
		Slug: "x", Revision: "r", Headline: "H", Kind: embargo.Release, ReleaseAt: n.w.now(), Grace: time.Hour, Zone: "UTC",
		Sender: "Press <press@x.example>", Snapshot: []byte("{}"), Artefacts: map[string][]byte{"mail/en": data}, Blobs: blobs,
	})
	if err != nil {
		t.Fatal(err)
	}
	to := recipientOf(0)
	if err := n.l.Add(ctx, id, []ledger.Recipient{{Key: to, Address: to, Language: "en", Template: "mail/en"}}); err != nil {
		t.Fatal(err)
	}
	if err := n.l.Schedule(ctx, ledger.Scheduling{Slug: "x", Revision: "r", IDs: []string{id}}); err != nil {
		t.Fatal(err)
	}
	n.work(n.settled(id))
	if !bytes.Contains(n.s.wire(to), []byte("JVBERi0xLjcgYW5kIG1vcmU=\r\n")) {
		t.Errorf("%s", n.s.wire(to))
	}
}
