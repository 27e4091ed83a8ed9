package intake

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime/quotedprintable"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/emersion/go-vcard"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
)

// cards reads an address book (vCard 2.1 to 4.0, RFC 6350) into a table with
// headings that are known.
func (t *Table) cards(data []byte) error {
	if !utf8.Valid(data) {
		decoded, err := charmap.Windows1252.NewDecoder().Bytes(data)
		if err != nil {
			return err
		}
		data = decoded
	}
	if !bytes.Contains(data, []byte{'\n'}) {
		data = bytes.ReplaceAll(data, []byte{'\r'}, []byte{'\n'})
	}
	t.Rows = append(t.Rows, Row{1, []string{
		"Email", "Email 2", "Name", "Outlet", "Title", "Phone", "Mobile", "Language", "Time zone", "Tags",
		"Notes", "Country",
	}})
	d := vcard.NewDecoder(bytes.NewReader(modern(data)))
	for n := 1; ; n++ {
		card, err := d.Decode()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("the %d. card: %w", n, err)
		}
		if err := t.add(n+1, record(card)); err != nil {
			return err
		}
	}
}

// modern writes what vCard 2.1 has as the later versions do: every property on one
// line, a type behind its name, and categories with semicolons between them, so that
// commas in one of them stay.
func modern(data []byte) []byte {
	var out bytes.Buffer
	for _, line := range unfolded(data) {
		head, value, ok := bytes.Cut(line, []byte{':'})
		if !ok || bytes.IndexByte(head, '"') >= 0 {
			out.Write(line)
			out.WriteByte('\n')
			continue
		}
		for i, param := range bytes.Split(head, []byte{';'}) {
			switch {
			case i == 0:
			case bytes.EqualFold(param, []byte("QUOTED-PRINTABLE")), bytes.EqualFold(param, []byte("BASE64")):
				out.WriteString(";ENCODING=")
			case bytes.IndexByte(param, '=') < 0:
				out.WriteString(";TYPE=")
			default:
				out.WriteByte(';')
			}
			out.Write(param)
		}
		out.WriteByte(':')
		if bytes.EqualFold(head[:min(len(head), 10)], []byte("CATEGORIES")) {
			value = []byte(unescaped.ReplaceAllString(string(value), "$1;"))
		}
		out.Write(value)
		out.WriteByte('\n')
	}
	return out.Bytes()
}

var unescaped = regexp.MustCompile(`((?:^|[^\\])(?:\\\\)*),`)

// unfolded are the lines of an address book, those that go on in the next joined with
// it: by a space before that (RFC 6350 section 3.2), and in quoted-printable by "=".
func unfolded(data []byte) [][]byte {
	var out [][]byte
	goesOn := false // the last one ends in "=", and is quoted-printable
	for line := range bytes.Lines(data) {
		line = bytes.TrimRight(line, "\r\n")
		n := len(out) - 1
		switch {
		case goesOn:
			out[n] = append(bytes.TrimSuffix(out[n], []byte{'='}), line...)
		case n >= 0 && len(line) > 0 && (line[0] == ' ' || line[0] == '\t'):
			out[n] = append(out[n], line[1:]...)
		default:
			out = append(out, bytes.Clone(line))
			n++
		}
		head, _, _ := bytes.Cut(out[n], []byte{':'})
		goesOn = bytes.HasSuffix(out[n], []byte{'='}) && bytes.Contains(bytes.ToUpper(head), []byte("QUOTED-PRINTABLE"))
	}
	return out
}

func record(card vcard.Card) []string {
	for _, fields := range card { // before a name or an address is divided into its parts
		for _, f := range fields {
			f.Value = decoded(f)
		}
	}
	value := func(key string) string { return text(card.Preferred(key)) }
	name := value(vcard.FieldFormattedName)
	if n := card.Name(); name == "" && n != nil {
		name = strings.Join(strings.Fields(strings.Join([]string{n.GivenName, n.AdditionalName, n.FamilyName}, " ")), " ")
	}
	outlet := organization.FindString(value(vcard.FieldOrganization))
	var mails, phones, mobiles []string
	for _, f := range card[vcard.FieldEmail] {
		if m := text(f); f == card.Preferred(vcard.FieldEmail) {
			mails = append([]string{m}, mails...)
		} else {
			mails = append(mails, m)
		}
	}
	for _, f := range card[vcard.FieldTelephone] {
		switch {
		case f.Params.HasType("fax"):
		case f.Params.HasType("cell"):
			mobiles = append(mobiles, strings.TrimPrefix(text(f), "tel:"))
		default:
			phones = append(phones, strings.TrimPrefix(text(f), "tel:"))
		}
	}
	country := ""
	if a := card.Address(); a != nil {
		country = a.Country
	}
	first := func(list []string) string {
		if len(list) == 0 {
			return ""
		}
		return list[0]
	}
	further := strings.Join(mails[min(1, len(mails)):], ";")
	return []string{
		first(mails), further, name, strings.TrimSpace(strings.ReplaceAll(outlet, `\;`, ";")),
		value(vcard.FieldTitle), first(phones), first(mobiles),
		value(vcard.FieldLanguage), value(vcard.FieldTimezone), value(vcard.FieldCategories),
		value(vcard.FieldNote), country,
	}
}

// organization is the first part of an organization: behind it stand its departments.
var organization = regexp.MustCompile(`^(?:\\.|[^;\\])*`)

// decoded is the value of a field of a card as vCard 2.1 would have it written without
// its encoding.
func decoded(f *vcard.Field) string {
	if !strings.EqualFold(f.Params.Get("ENCODING"), "QUOTED-PRINTABLE") {
		return f.Value
	}
	b, err := io.ReadAll(quotedprintable.NewReader(strings.NewReader(f.Value)))
	if err != nil {
		return f.Value
	}
	if utf8.Valid(b) {
		return string(b)
	}
	charset, err := htmlindex.Get(f.Params.Get("CHARSET"))
	if err != nil {
		charset = charmap.Windows1252
	}
	if b, err = charset.NewDecoder().Bytes(b); err != nil {
		return f.Value
	}
	return string(b)
}

// text is the value of a field of a card, "" without one.
func text(f *vcard.Field) string {
	if f == nil {
		return ""
	}
	return strings.TrimSpace(f.Value)
}
