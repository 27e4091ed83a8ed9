package coalition

import (
	"cmp"
	"context"
	"fmt"
	netmail "net/mail"
	"slices"
	"strings"

	"github.com/riverqueue/river"

	"pressroom/internal/embargo"
	"pressroom/internal/jobs"
	"pressroom/internal/ledger"
	"pressroom/internal/notices"
	"pressroom/internal/release"
	"pressroom/internal/store"
)

// Amended is the job of telling the partners of a release what was said of it after it had
// gone out.
type Amended struct {
	Slug   string `json:"slug" river:"unique"`
	Number int    `json:"number" river:"unique"` // of what was said
}

// Kind names the job.
func (Amended) Kind() string { return "partners-amended" }

// InsertOpts make it one for each that was said.
func (Amended) InsertOpts() river.InsertOpts { return jobs.Once() }

// LetterAmended tells a partner what was said of the release after it had gone out: its
// event is the number of that.
const LetterAmended LetterKind = "amended"

// WasAmended has the partners of a release told what was said of it, in the transaction
// that says it.
func (d *Desk) WasAmended(ctx context.Context, tx *store.Tx, slug string, number int) error {
	return jobs.Insert(ctx, d.db, tx, Amended{Slug: slug, Number: number})
}

// TellPartners writes the letters to all who take part in a release, or did before it was
// put right: to those who were asked for a quote with their page, and to the others with
// the release's.
func (d *Desk) TellPartners(ctx context.Context, slug string, number int) error {
	said, err := d.said(ctx, slug, number)
	if err != nil || said.Grade == string(release.GradeNote) {
		return err
	}
	return d.db.Tx(ctx, func(tx *store.Tx) error {
		all, err := d.printed(ctx, tx, slug)
		if err != nil || len(all) == 0 {
			return err
		}
		requests, err := d.Requests(ctx, slug)
		if err != nil {
			return err
		}
		asked := make(map[string]bool)
		for _, r := range requests {
			o, known := d.org(r.Org)
			if !known || !slices.ContainsFunc(all, func(rel *release.Release) bool { return rel.Takes(o) || quoteIn(rel.Main(), r.Quote) != nil }) {
				continue
			}
			asked[o.ID] = true
			for _, person := range o.Contact {
				if err := d.letter(ctx, tx, r.ID, person, LetterAmended, fmt.Sprint(number), int64(number)); err != nil {
					return err
				}
			}
		}
		for _, o := range d.workspace.Settings.Orgs {
			if asked[o.ID] || !slices.ContainsFunc(all, func(rel *release.Release) bool { return rel.Takes(o) }) {
				continue
			}
			if err := d.tellSignatory(ctx, tx, o, all[len(all)-1], said); err != nil {
				return err
			}
		}
		return nil
	})
}

// said is what was said of a release, by its number.
func (d *Desk) said(ctx context.Context, slug string, number int) (*ledger.Amendment, error) {
	all, err := d.ledger.Amendments(ctx, slug)
	if err != nil {
		return nil, err
	}
	for i := range all {
		if all[i].Number == number {
			return &all[i], nil
		}
	}
	return nil, fmt.Errorf("telling partners of %s: what was said of it as number %d is not kept", slug, number)
}

// printed are the revisions in which everybody could read a release, the last one last.
// One that cannot be read is none.
func (d *Desk) printed(ctx context.Context, q store.Querier, slug string) (out []*release.Release, err error) {
	list, err := ledger.OfKind(ctx, q, slug, embargo.Release)
	if err != nil {
		return nil, err
	}
	for _, m := range list {
		if m.LiftedAt.IsZero() {
			continue
		}
		rel, err := d.stored(ctx, q, m)
		if unread(err) {
			continue
		}
		if err != nil {
			return nil, err
		}
		out = append(out, rel)
	}
	return out, nil
}

// tellSignatory mails those of an organization that has no page of its own.
func (d *Desk) tellSignatory(ctx context.Context, tx *store.Tx, o release.Org, rel *release.Release, said *ledger.Amendment) error {
	settings := d.workspace.Settings
	cat, _ := settings.Languages.ForPartner(true, cmp.Or(o.Language, settings.Organization.Language, "en"))
	for _, person := range o.Contact {
		v := &Visit{Person: person, Org: o, Request: &Request{Slug: said.Slug}}
		p := &pen{v: v, r: v.Request, cat: cat, about: []any{"org", o.Name, "asker", v.Asker(cat)}}
		p.greet()
		subject := p.amended(said, rel, d.page(rel.Slug))
		err := notices.Notice{
			To: person, Subject: subject, Text: p.text.String(), Language: cat.Tag,
			Name: fmt.Sprintf("amended/%s/%d/%s", said.Slug, said.Number, email(person)),
		}.Insert(ctx, d.db, tx)
		if err != nil {
			return err
		}
	}
	return nil
}

// page is where everybody can read a release; "" where nobody can.
func (d *Desk) page(slug string) string {
	if d.publicURL == "" {
		return ""
	}
	return d.publicURL + "/" + slug
}

// amended writes what was said of a release, and returns the subject for it.
func (p *pen) amended(said *ledger.Amendment, rel *release.Release, address string) (subject string) {
	v := rel.Main()
	if own := rel.Version(p.cat.Tag); own != nil {
		v = own
	}
	m := release.Amendment{Grade: release.Grade(said.Grade), At: said.At, Sentences: said.Sentences}
	p.line(m.Says(p.cat, rel.Zone))
	if s := cmp.Or(said.Sentences[v.Language], said.Sentences[rel.Main().Language]); s != "" {
		p.line("\n" + indent(s))
	}
	p.line("\n  " + v.Headline)
	if address != "" {
		p.line("  " + address)
	}
	return m.Subject(p.cat, v.Headline)
}

// wasAmended writes the letter to a partner who was asked for a quote: what was said, what
// is printed of theirs now, and their page.
func (p *pen) wasAmended() (subject string) {
	s := p.v.Standing
	if s.Release == nil { // what is stored cannot be read
		p.line(p.cat.Put(p.v.Was()))
		return p.v.headline()
	}
	subject = p.amended(p.v.said, s.Release, p.v.went.address)
	if p.v.said.Grade == string(release.GradeWithdrawal) {
		return subject
	}
	p.line("\n" + p.cat.Put(p.v.Was()))
	if words := p.v.Printed(); len(words) > 0 {
		p.line("\n" + indent(strings.Join(words, "\n")))
	}
	p.link("mail_out_link")
	return subject
}

// greet begins a letter.
func (p *pen) greet() {
	if a, err := netmail.ParseAddress(p.v.Person); err == nil && a.Name != "" {
		p.say("mail_greeting", "name", a.Name)
		p.line("")
	}
}
