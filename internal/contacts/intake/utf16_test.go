package intake

import (
	"encoding/binary"
	"testing"
	"unicode/utf16"
)

// TestUTF16: with a mark and without, either byte first, and with signs in the beginning
// that no letter of Latin is.
func TestUTF16(t *testing.T) {
	const want = "email,name,outlet\nzoe@rivage.example,Zoé Łącka,Le Rivage – matin"
	for name, table := range map[string]string{
		"a table by tab":              "Courriel\tNom complet\tMédia\r\nzoe@rivage.example\tZoé Łącka\tLe Rivage – matin\r\n",
		"a declared separator":        "sep=;\r\nCourriel;Nom complet;Média\r\nzoe@rivage.example;Zoé Łącka;Le Rivage – matin\r\n",
		"a title with a dash":         "Presse – 2026\t\t\r\nCourriel\tNom complet\tMédia\r\nzoe@rivage.example\tZoé Łącka\tLe Rivage – matin\r\n",
		"a title in quotation marks":  "“Łódź”, Press list of spring\r\nCourriel\tNom complet\tMédia\r\nzoe@rivage.example\tZoé Łącka\tLe Rivage – matin\r\n",
		"lines of an old Macintosh":   "Courriel\tNom complet\tMédia\rzoe@rivage.example\tZoé Łącka\tLe Rivage – matin\r",
		"a line break in a long cell": "Courriel\tNom complet\tMédia\r\nzoe@rivage.example\tZoé Łącka\t\"Le Rivage\n– matin\"\r\n",
	} {
		for _, mark := range []string{"\ufeff", ""} {
			for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
				var data []byte
				for _, u := range utf16.Encode([]rune(mark + table)) {
					data = order.AppendUint16(data, u)
				}
				if got := whole(t, "x.txt", string(data), ""); got != want {
					t.Errorf("%s, marked %q, %v:\n%s", name, mark, order, got)
				}
			}
		}
	}
}
