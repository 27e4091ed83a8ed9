package importer

import (
	"fmt"
	"slices"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// What the lines of a block give two people together is each one's own where the addresses say so; and some of the lines are for
// others than journalists.

// sharedOut gives each of those who stand together the address that has their name, and the number beside it, where there is an
// address for each. All the others can be reached in the same way.
func sharedOut(names []string, c prose.Contact) []prose.Contact {
	out := make([]prose.Contact, len(names))
	for i, name := range names {
		out[i] = c
		out[i].Name = name
	}
	var mails, numbers, rest []string
	for _, part := range append([]string{c.Email, c.Phone}, strings.Split(c.Role, ", ")...) {
		switch {
		case part == "":
		case prose.EmailPattern.FindString(part) == part:
			mails = append(mails, part)
		case prose.PhonePattern.FindString(part) == part:
			numbers = append(numbers, part)
		default:
			rest = append(rest, part)
		}
	}
	if len(names) < 2 || len(mails) != len(names) {
		return out
	}
	order := make([]int, len(names)) // whose address is which
	for i, name := range names {
		at := slices.IndexFunc(mails, func(mail string) bool { return hasNameOf(mail, name) })
		if at < 0 || slices.Contains(order[:i], at) {
			return out
		}
		order[i] = at
	}
	for i, at := range order {
		out[i].Email, out[i].Role = mails[at], strings.Join(rest, ", ")
		switch len(numbers) {
		case len(names):
			out[i].Phone = numbers[at]
		case 0, 1:
		default:
			out[i].Role = strings.Join(append(slices.Clone(rest), numbers[1:]...), ", ")
		}
	}
	return out
}

// hasNameOf tells an address that has a word of somebody's name before its sign.
func hasNameOf(mail, name string) bool {
	local, _, _ := strings.Cut(mail, "@")
	return slices.ContainsFunc(strings.Fields(name), func(w string) bool {
		w = prose.PlainLetters(w)
		return len(w) > 2 && strings.Contains(prose.PlainLetters(local), w)
	})
}

// forCustomers is a number for those who buy something, and for no journalist.
var forCustomers = pattern.New(`^\W*(?i:consumers?|customers?|` +
	`(?:customer|consumer|client) (?:services?|care|support|relations|enquiries|inquiries)|` +
	`patients?|general public|verbraucher(?:innen)?|kund(?:en|innen|enservice|endienst)|bürgertelefon|service clients?|consommateurs|` +
	`(?:servicio|atención) al cliente|consumidores|clientes|servizio clienti|consumatori|klantenservice|consumenten|` +
	`atendimento ao cliente)\s?:`)

// withoutCustomers are lines without those that say what customers call: these stand among the notes.
func (d *draft) withoutCustomers(lines []string) []string {
	var out []string
	for _, l := range lines {
		if forCustomers.MatchString(l) && prose.HasReach([]string{l}) {
			d.notes = append(d.notes, prose.Para{Text: l})
			d.Unsure = append(d.Unsure, fmt.Sprintf("%q is what the source gives customers, and no press contact; it stands among the notes", l))
			continue
		}
		out = append(out, l)
	}
	return out
}

// extensionBehind is an extension that a comma parts from its number: "555 2200, ext. 1109".
var extensionBehind = pattern.New(`(\d),\s?((?:ext|x)\.?\s?\d{1,5}\b)`)

// ofDesk tells the parts of a line that are a contact of its own, below one that is whole: a desk with its number or address.
func (g *gathering) ofDesk(parts []string) bool {
	return g.c.Name != "" && g.c.Phone != "" && g.c.Email != "" && len(parts) > 1 && prose.HasReach(parts[1:]) &&
		prose.StartsUpper(parts[0]) &&
		slices.ContainsFunc(parts, func(p string) bool { return pressDesk(strings.TrimSpace(p)) })
}

// deskReach is a desk of an organisation with a number or address of its own: "Press Office, 020 7946 0958",
// "Out of hours duty desk 07700 900123".
var deskReach = pattern.New(`^\W*((?i:(?:the )?(?:(?:press|media|news|communications|duty|on[- ]call|weekend|24[- ]hour|` +
	`(?:out|after)[- ](?:of[- ])?(?:office[- ])?hours|emergency|general|main|national|regional|head) ){1,4}` +
	`(?:office|desk|team|line|phone|mobile|hotline|switchboard|cent(?:re|er)|enquiries|inquiries)|newsroom|newsdesk|switchboard|` +
	`pressestelle|medienstelle|pressebüro|presse-?hotline|rufbereitschaft|service (?:de )?presse|bureau de presse|astreinte(?: presse)?|` +
	`permanence presse|standard|(?:oficina|gabinete|guardia) de (?:prensa|imprensa|comunicación|comunicação)|centralita|` +
	`assessoria de (?:imprensa|comunicação)|ufficio stampa|centralino|persdienst|perswacht|pers(?:voorlichting|lijn)|` +
	`presstjänst|pressjour|pressevakt|pressevagt))(?:,|:| –| -| at| on| unter| au| al)? +(\+?\(?\d.*|\S+@\S+.*)$`)

// deskBelow reads that on a line below a contact who can be reached: it is a contact of its own.
func (g *gathering) deskBelow(line string) (desk, reach string, ok bool) {
	m := deskReach.FindStringSubmatch(strings.TrimSpace(line))
	if m == nil || g.c.Name == "" || g.c.Email == "" && g.c.Phone == "" || !prose.HasReach(m[2:3]) {
		return "", "", false
	}
	return m[1], m[2], true
}
