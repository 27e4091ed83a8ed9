package submission

import "testing"

// What ends a quotation inside, by the mark with which it begins.
func TestWhatEndsAQuotationInside(t *testing.T) {
	ends := map[rune]string{
		'"': "\"", '“': "”“\"", '„': "“”\"", '«': "»", '»': "«", '\'': "'’", '‘': "’'", '‚': "‘’'", '‹': "›", '”': "”",
	}
	for begin, all := range ends {
		for _, end := range all {
			if got := enders(begin, []rune("so"+string(end)+" he")); got != all {
				t.Errorf("%cso%c he ends with %q, want %q", begin, end, got, all)
			}
			if got := enders(begin, []rune(string(end)+" he")); got != "" {
				t.Errorf("%c with nothing in it ends with %q", begin, got)
			}
			if got := enders(begin, []rune("so"+string(end)+"he")); got != "" {
				t.Errorf("%cso%che ends with %q", begin, end, got)
			}
		}
	}
	for _, c := range []struct {
		begin rune
		rest  string
	}{{'(', "so) he"}, {'“', "so he"}, {'«', "so” he"}, {'‹', "so’ he"}, {'\'', "so\" he"}} {
		if got := enders(c.begin, []rune(c.rest)); got != "" {
			t.Errorf("%c%s ends with %q", c.begin, c.rest, got)
		}
	}
}
