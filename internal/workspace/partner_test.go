package workspace

import (
	"errors"
	"strings"
	"testing"
)

const withPartners = "# ours\r\n[organization]\r\nname = \"Bay\"\r\ntimezone = \"UTC\"\r\n[mail]\r\nfrom = \"press@bay.example\"\r\n" +
	"[[org]] # the first\r\nid = \"river\"\r\nname = 'River' # so it is printed\r\ncontact = [\r\n  \"Ana <ana@river.example>\", # asks\r\n  \"bo@river.example\",\r\n]\r\n" +
	"[org.press]\r\nname = \"Dana\"\r\nphone = \"+1 202 555 0100\"\r\n\r\n[[org]]\r\nid = \"bay\"\r\nname = \"Bay Union\"\r\ncontact = \"cy@bay.example\"\r\n"

func TestWhatIsSaidOfAPartnerIsChangedAndEveryByteStays(t *testing.T) {
	f := &File{versionOf([]byte(withPartners)), []byte(withPartners)}
	if got := f.PartnerValues("river"); got["contact"] != "Ana <ana@river.example>\nbo@river.example" || got["press.name"] != "Dana" || got["language"] != "" {
		t.Errorf("%q", got)
	}
	for _, c := range []struct {
		id       string
		values   map[string]string
		replaced []string
	}{
		{"river", f.PartnerValues("river"), nil},
		{"river", map[string]string{"name": " River Union "}, []string{"'River' #", "\"River Union\" #"}},
		{"river", map[string]string{"contact": "Ana <ana@river.example>\r\ncy@river.example"}, []string{"  \"bo@river.example\",", "  \"cy@river.example\","}},
		{"river", map[string]string{"press.email": "dana@river.example"}, []string{"0100\"\r\n", "0100\"\r\nemail = \"dana@river.example\"\r\n"}},
		{"river", map[string]string{"press.phone": "", "press.email": "d@river.example"}, []string{"phone = \"+1 202 555 0100\"\r\n", "email = \"d@river.example\"\r\n"}},
		{"bay", map[string]string{"language": "es", "logo": "media/bay.svg"}, []string{"cy@bay.example\"\r\n", "cy@bay.example\"\r\nlanguage = \"es\"\r\nlogo = \"media/bay.svg\"\r\n"}},
		{"bay", map[string]string{"contact": "cy@bay.example\ndi@bay.example"}, []string{"contact = \"cy@bay.example\"", "contact = [\"cy@bay.example\", \"di@bay.example\"]"}},
		{"bay", map[string]string{"boilerplate": "One.\nTwo."}, []string{"cy@bay.example\"\r\n", "cy@bay.example\"\r\nboilerplate = \"\"\"\r\nOne.\r\nTwo.\"\"\"\r\n"}},
	} {
		got, _, err := f.WithPartnerAs(c.id, c.values)
		if err != nil {
			if strings.Contains(err.Error(), "media/bay.svg") {
				continue
			}
			t.Errorf("%v: %v", c.values, err)
			continue
		}
		if want := strings.NewReplacer(c.replaced...).Replace(withPartners); string(got.data) != want {
			t.Errorf("%v: the file has\n%q\nwant\n%q", c.values, got.data, want)
		}
	}
	for _, c := range []struct {
		id, key, value, want string
	}{
		{"none", "name", "x", "no organization in pressroom.toml has the id none"},
		{"bay", "contact", "nobody", "is no address"},
		{"bay", "timezone", "Eastern", "is no time zone"},
		{"bay", "language", "klingonese", "language"},
		{"bay", "press.name", "Dana", "a press contact needs phone or email"},
	} {
		if _, _, err := f.WithPartnerAs(c.id, map[string]string{c.key: c.value}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

func TestAPartnerIsTakenOut(t *testing.T) {
	f := &File{versionOf([]byte(withPartners)), []byte(withPartners)}
	got, s, err := f.WithoutPartner("bay")
	if err != nil || len(s.Orgs) != 1 || !strings.HasPrefix(withPartners, string(got.data)) {
		t.Errorf("%v, %v\n%q", s.Orgs, err, got.data)
	}
	if got, s, err = f.WithoutPartner("river"); err != nil || len(s.Orgs) != 1 || s.Orgs[0].ID != "bay" || strings.Contains(string(got.data), "Dana") {
		t.Errorf("%v, %v\n%q", s.Orgs, err, got.data)
	}
	var none *NoPartnerError
	if _, _, err := f.WithoutPartner("none"); !errors.As(err, &none) {
		t.Error(err)
	}
}
