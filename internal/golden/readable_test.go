package golden

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	_ "image/jpeg"
	_ "image/png"
	"regexp"
	"strings"
)

var dataAddress = regexp.MustCompile(`data:(image/[a-z+]+);base64,([A-Za-z0-9+/=]+|(?:[A-Za-z0-9+/=]|&#43;|&#61;)+)`)

// withoutData puts, for each picture that a page holds, what it is.
func withoutData(page string) string {
	return dataAddress.ReplaceAllStringFunc(page, func(s string) string {
		m := dataAddress.FindStringSubmatch(s)
		data, err := base64.StdEncoding.DecodeString(strings.NewReplacer("&#43;", "+", "&#61;", "=").Replace(m[2]))
		if err != nil {
			return s
		}
		return "data:[" + picture(m[1], data) + "]"
	})
}

// picture tells a picture by what no version of an encoder changes.
func picture(kind string, data []byte) string {
	if kind == "image/svg+xml" {
		return fmt.Sprintf("%s, %d bytes", kind, len(data))
	}
	c, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return kind + ": " + err.Error()
	}
	return fmt.Sprintf("%s, %d×%d", kind, c.Width, c.Height)
}
