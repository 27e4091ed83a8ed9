package people

import (
	"context"
	"testing"
	"time"

	"pressroom/internal/contacts"
	"pressroom/internal/embargo"
	"pressroom/internal/store"
)

func TestWhoShowedNoSignForMonthsIsStale(t *testing.T) {
	ctx := context.Background()
	r := newRoom(t, embargo.Release)
	book, diags := contacts.Read([]contacts.File{{Name: "contacts/press.csv", Data: []byte(
		"email,name,source,basis,added\n" +
			"ana@paper.example,Ana,the fair,consent,2020-01-02\n" + // got a mail two months ago
			"bo@paper.example,Bo,the fair,consent,2026-05-01\n" + // was added lately
			"cy@paper.example,Cy,the fair,legitimate interest,2023-05-01\n" +
			"dee@paper.example,Dee,,,last spring\n" +
			"eve@paper.example,Eve,,,\n" + // changed her details lately
			"flo@paper.example,Flo,,,\n")}})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	err := r.db.Tx(ctx, func(tx *store.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE delivery SET state = 'sent', answered_at = ?`, store.Micros(r.now.AddDate(0, -2, 0)))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	name := "Eve B."
	if err := r.Change(ctx, "eve@paper.example", contacts.Change{Name: &name}); err != nil {
		t.Fatal(err)
	}
	list, err := r.Stale(ctx, book.Journalists, 24)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range list {
		got = append(got, s.String())
	}
	want := []string{
		"contacts/press.csv:4:1  cy@paper.example  Cy    last 2023-05-01",
		"contacts/press.csv:5:1  dee@paper.example  Dee    no sign of them; added \"last spring\" is no day as in 2026-11-27",
		"contacts/press.csv:7:1  flo@paper.example  Flo    no sign of them",
	}
	if len(got) != len(want) {
		t.Fatalf("stale: %q", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("stale: %q, want %q", got[i], want[i])
		}
	}
	r.now = r.now.Add(24 * 31 * 24 * time.Hour)
	if list, err := r.Stale(ctx, book.Journalists, 24); err != nil || len(list) != 6 {
		t.Errorf("two years on: %d, %v", len(list), err)
	}
}
