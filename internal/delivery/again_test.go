package delivery

import (
	"context"
	"regexp"
	"strings"
	"testing"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	pmail "pressroom/internal/mail"
)

// TestTheSameWordsComeUnderTheSameMessageID: a worker may die over messages that have
// arrived. Where their mailing is cancelled, and the same words are sent again, whoever has
// one gets a repetition of it, which mailboxes recognize, and no second message. What comes
// back of it is found with the delivery that was sent.
func TestTheSameWordsComeUnderTheSameMessageID(t *testing.T) {
	ctx := context.Background()
	n := newNewsroom(t, &server{})
	// messageIDs are those of what a mailing sends to everybody.
	messageIDs := func(id string) string {
		d, err := n.l.Dispatch(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		c, err := NewComposer(ctx, n.l, d)
		if err != nil {
			t.Fatal(err)
		}
		all, err := n.l.First(ctx, id, 10)
		if err != nil || len(all) != 3 {
			t.Fatal(all, err)
		}
		var out []string
		for _, each := range all {
			var m pmail.Message
			if err := c.Compose(&m, each, n.w.now()); err != nil {
				t.Fatal(err)
			}
			var wire strings.Builder
			if _, err := m.WriteTo(&wire); err != nil {
				t.Fatal(err)
			}
			out = append(out, regexp.MustCompile(`(?i)\r\nMessage-ID: <(.*)>\r\n`).FindStringSubmatch(wire.String())[1])
		}
		return strings.Join(out, " ")
	}
	var ids, made []string
	for _, words := range []string{"r", "r", "changed", "r"} {
		n.words = words
		id := n.schedule(embargo.Release, 0, 3)
		ids, made = append(ids, id), append(made, messageIDs(id))
		if len(ids) == 4 {
			break
		}
		if err := n.l.Cancel(ctx, id, "test"); err != nil {
			t.Fatal(err)
		}
	}
	if made[0] != made[1] || made[0] != made[3] {
		t.Errorf("the same words have other Message-IDs when they are sent again:\n%s", strings.Join(made, "\n"))
	}
	if first := strings.Fields(made[2])[0]; strings.Contains(made[0], first) {
		t.Errorf("other words have the Message-ID of earlier ones: %s", first)
	}
	n.work(n.settled(ids[3]))
	n.words, n.more = "r", true // and once more, which reaches nobody: they have it
	if err := n.l.Cancel(ctx, n.schedule(embargo.Release, 0, 3), "test"); err != nil {
		t.Fatal(err)
	}
	key, err := n.l.Key(ctx)
	if err != nil {
		t.Fatal(err)
	}
	found := func(wanted string) *ledger.Mailed {
		id, err := n.l.FindMessage(ctx, func(messages, addressKey, sender string) bool {
			return pmail.MessageID(key, messages, addressKey, sender) == wanted
		}, map[string]bool{"x.example": true})
		if err != nil || id == 0 {
			t.Fatal(id, err)
		}
		m, err := n.l.Mailed(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	if m := found(strings.Fields(made[0])[1]); m.Dispatch != ids[3] {
		t.Errorf("what came back is found with %s, and was sent by %s", m.Dispatch, ids[3])
	}
	if m := found(strings.Fields(made[2])[1]); m.Dispatch != ids[2] {
		t.Errorf("what came back of a cancelled mailing is found with %s, not with %s", m.Dispatch, ids[2])
	}
}
