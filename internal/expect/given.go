package expect

import (
	"fmt"
	"reflect"
	"strings"
)

// Given tells a value for a golden file as %+v does, without the fields of structs that
// are empty: what stands there is what was given.
func Given(v any) string {
	var b strings.Builder
	given(&b, reflect.ValueOf(v))
	return b.String()
}

func given(b *strings.Builder, v reflect.Value) {
	if v.IsValid() && v.CanInterface() {
		switch v.Interface().(type) {
		case fmt.Stringer, error:
			fmt.Fprint(b, v)
			return
		}
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			b.WriteString("nothing")
			return
		}
		given(b, v.Elem())
	case reflect.Struct:
		b.WriteString("{")
		sep := ""
		for i := range v.NumField() {
			if f := v.Field(i); !empty(f) {
				b.WriteString(sep + v.Type().Field(i).Name + ":")
				given(b, f)
				sep = " "
			}
		}
		b.WriteString("}")
	case reflect.Slice, reflect.Array:
		b.WriteString("[")
		for i := range v.Len() {
			if i > 0 {
				b.WriteString(" ")
			}
			given(b, v.Index(i))
		}
		b.WriteString("]")
	default:
		fmt.Fprintf(b, "%+v", v)
	}
}

// empty tells whether there is nothing in a field: zero, or of no length.
func empty(v reflect.Value) bool {
	return v.IsZero() || v.Kind() == reflect.Slice && v.Len() == 0
}
