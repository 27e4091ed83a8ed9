package people

import (
	"context"
	"testing"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/mail"
)

// TestWhatComesBackSettlesWhatIsInDoubt: a server took a message and never said so.
func TestWhatComesBackSettlesWhatIsInDoubt(t *testing.T) {
	for name, c := range map[string]struct {
		raw  func(r *room) []byte
		want string
	}{
		"a bounce": {func(r *room) []byte {
			return notification(r.token(mail.ForDelivery), "5.1.1", "550 5.1.1 no such user")
		}, "failed"},
		"a refusal for another reason": {func(r *room) []byte {
			return notification(r.token(mail.ForDelivery), "5.7.1", "550 5.7.1 policy")
		}, "failed"},
		"an absence note": {func(r *room) []byte {
			id := mail.MessageID(r.key, "x/release-1", "ana@paper.example", "p@x.example")
			return answer("Subject: Out of office\nAuto-Submitted: auto-replied\nIn-Reply-To: <"+id+">", "I am away.")
		}, "sent"},
		"a person's question": {func(r *room) []byte {
			id := mail.MessageID(r.key, "x/release-1", "ana@paper.example", "p@x.example")
			return answer("Subject: Re: H\nIn-Reply-To: <"+id+">", "May I call you at nine?")
		}, "sent"},
		"somebody else's question": {func(*room) []byte { return answer("Subject: Hello", "May I call you at nine?") }, "in_doubt"},
		"a bounce of nothing of ours": {func(*room) []byte {
			return notification("1-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "5.1.1", "550 5.1.1 no such user")
		}, "in_doubt"},
		"a server that goes on trying": {func(r *room) []byte {
			return notification(r.token(mail.ForDelivery), "4.4.1", "451 4.4.1 no answer from host")
		}, "in_doubt"},
	} {
		t.Run(name, func(t *testing.T) {
			ctx := context.Background()
			r := newRoom(t, embargo.Release)
			if err := r.ledger.Schedule(ctx, ledger.Scheduling{Slug: "x", Revision: "r", IDs: []string{"x/release-1"}}); err != nil {
				t.Fatal(err)
			}
			lock, err := r.db.LockWorker(ctx)
			if err != nil {
				t.Fatal(err)
			}
			defer lock.Release()
			if _, err := r.ledger.Gate(ctx, "x/release-1", -1); err != nil {
				t.Fatal(err)
			}
			ds, err := r.ledger.Claim(ctx, "x/release-1", lock.ID, 1)
			if err != nil || len(ds) != 1 {
				t.Fatal(ds, err)
			}
			// The only one of a mailing: its lost answer pauses it, and leaves it in doubt.
			if _, err := r.ledger.Record(ctx, []ledger.Outcome{{Delivery: ds[0], Result: ledger.Lost, At: r.now, Stage: "content", Reply: "EOF"}}); err != nil {
				t.Fatal(err)
			}
			r.take(c.raw(r))
			entries, err := r.ledger.Entries(ctx, "x/release-1", "")
			if err != nil || len(entries) != 1 || entries[0].State != c.want {
				t.Fatalf("%+v, %v; want %s", entries, err, c.want)
			}
		})
	}
}
