package coalition

import "strings"

// out writes that the release is out: with these words, and who takes calls.
func (p *pen) out() {
	s, in := p.v.Standing, p.v.went
	main := s.Release.Main()
	p.line("  " + main.Headline)
	if in.address != "" {
		p.line("  " + in.address)
	}
	p.line("\n" + p.cat.Put(p.v.Was()) + "\n")
	for _, w := range p.v.Printed() {
		p.line(indent(w))
	}
	if e := p.v.Approval; e != nil && e.What.approves() && !s.Has(e.After) {
		p.line("\n" + p.phrase("mail_out_later"))
	}
	var lines []string
	for _, c := range s.Release.PublicContacts(false, main.Language) {
		lines = append(lines, c.Line(main.Catalogue()))
	}
	if len(lines) > 0 {
		p.line("\n" + p.phrase("mail_out_calls") + "\n\n" + indent(strings.Join(lines, "\n")))
	}
	p.link("mail_out_link")
	if in.text != "" {
		p.line("\n" + p.phrase("mail_out_text") + "\n\n" + in.text)
	}
}
