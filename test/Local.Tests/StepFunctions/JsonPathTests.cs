using SonicBridge.Local.StepFunctions.Data;

namespace SonicBridge.Local.Tests.StepFunctions;

public sealed class JsonPathTests
{
    private const string Store = """
        {"a":{"b":[10,20,30,40],"c d":"x","n":null},"items":[{"id":1,"t":"p","price":1.50},{"id":2,"t":"q","price":12},{"id":3,"t":"p"}],"max":5}
        """;

    [Theory]
    [InlineData("$.a.b[0]", "10")]
    [InlineData("$.a.b[-1]", "40")]
    [InlineData("$['a']['c d']", "\"x\"")]
    [InlineData("$[\"a\"].b[2]", "30")]
    [InlineData("$.a.n", "null")]
    [InlineData("$.items[0].price", "1.50")]
    [InlineData("$.items[0]['id','t']", """{"id":1,"t":"p"}""")]
    public void Definite_path_names_one_value(string path, string expected)
    {
        JsonPath.Parse(path).IsDefinite.ShouldBeTrue();
        Read(path).ShouldBe(expected);
    }

    [Theory]
    [InlineData("$.a.b[*]", "[10,20,30,40]")]
    [InlineData("$.a.b[1:3]", "[20,30]")]
    [InlineData("$.a.b[-2:]", "[30,40]")]
    [InlineData("$.a.b[:2]", "[10,20]")]
    [InlineData("$.a.b[::2]", "[10,30]")]
    [InlineData("$.a.b[0,3,9]", "[10,40]")]
    [InlineData("$.items[*].id", "[1,2,3]")]
    [InlineData("$.items[*].price", "[1.50,12]")]
    [InlineData("$..id", "[1,2,3]")]
    [InlineData("$..b[0]", "[10]")]
    [InlineData("$.items[0].*", "[1,\"p\",1.50]")]
    [InlineData("$.items[*]['id','t']", """[{"id":1,"t":"p"},{"id":2,"t":"q"},{"id":3,"t":"p"}]""")]
    [InlineData("$['a','max'].b", "[[10,20,30,40]]")]
    [InlineData("$.items[?(@.t == 'p')].id", "[1,3]")]
    [InlineData("$.items[?(@.price > 1.5)].id", "[2]")]
    [InlineData("$.items[?(@.price >= 1.5 && @.t == 'p')].id", "[1]")]
    [InlineData("$.items[?(@.t == 'q' || @.id == 3)].id", "[2,3]")]
    [InlineData("$.items[?(@.price)].id", "[1,2]")]
    [InlineData("$.items[?(!(@.price))].id", "[3]")]
    [InlineData("$.items[?(@.price < $.max)].id", "[1]")]
    [InlineData("$.items[?(@.t != \"p\")].id", "[2]")]
    [InlineData("$.items[?(@.id == 9)]", "[]")]
    public void Other_path_yields_an_array(string path, string expected)
    {
        JsonPath.Parse(path).IsDefinite.ShouldBeFalse();
        Read(path).ShouldBe(expected);
    }

    [Theory]
    [InlineData("$.missing")]
    [InlineData("$.a.b[4]")]
    [InlineData("$.a.b.c")]
    [InlineData("$.missing[*].x")]
    [InlineData("$.a.n.x")]
    public void Definite_beginning_that_leads_nowhere_is_not_found(string path) =>
        JsonPath.Parse(path).TryRead(JsonText.Parse(Store), out _).ShouldBeFalse();

    [Theory]
    [InlineData("a.b", "'$' is missing")]
    [InlineData("$.", "a name is missing")]
    [InlineData("$.a[", "an index or a quoted name is missing")]
    [InlineData("$.a['b]", "''' is missing")]
    [InlineData("$.a[0", "']' is missing")]
    [InlineData("$.items.length()", "the JSONPath function 'length()' is not supported")]
    [InlineData("$.items[?(@.t =~ 'p')]", "the filter operator '=~' is not supported")]
    [InlineData("$.items[?(@.t in 'p')]", "the filter operator 'in' is not supported")]
    [InlineData("$.a b", "does not belong in a path")]
    [InlineData("$.a[::0]", "a slice's step has to be positive")]
    public void Malformed_path_is_refused_with_the_reason(string path, string reason) =>
        Should.Throw<FormatException>(() => JsonPath.Parse(path)).Message.ShouldContain(reason);

    [Theory]
    [InlineData("$", """{"a":1}""", "7", "7")]
    [InlineData("$.b", """{"a":1}""", "7", """{"a":1,"b":7}""")]
    [InlineData("$.a", """{"a":1,"z":2}""", "null", """{"a":null,"z":2}""")]
    [InlineData("$.x.y.z", """{"a":1}""", "7", """{"a":1,"x":{"y":{"z":7}}}""")]
    [InlineData("$.a[1]", """{"a":[1,2,3]}""", "7", """{"a":[1,7,3]}""")]
    [InlineData("$.a[0].b", """{"a":[{}]}""", "7", """{"a":[{"b":7}]}""")]
    public void Reference_path_writes_into_a_copy(string path, string document, string value, string expected)
    {
        var before = JsonText.Parse(document);

        ReferencePath.Parse(path).TryWrite(before, JsonText.Parse(value), out var written).ShouldBeTrue();

        JsonText.Write(written).ShouldBe(expected);
        JsonText.Write(before).ShouldBe(document);
    }

    [Theory]
    [InlineData("$.a.b", """{"a":1}""")]
    [InlineData("$.a[3]", """{"a":[1]}""")]
    [InlineData("$.a", "[1]")]
    [InlineData("$.a", "null")]
    public void Reference_path_does_not_write_where_something_else_stands(string path, string document) =>
        ReferencePath.Parse(path).TryWrite(JsonText.Parse(document), null, out _).ShouldBeFalse();

    [Theory]
    [InlineData("$.a[*]")]
    [InlineData("$..a")]
    [InlineData("$.a[0:2]")]
    [InlineData("$.a[-1]")]
    public void Path_to_several_places_is_no_reference_path(string path) =>
        Should.Throw<FormatException>(() => ReferencePath.Parse(path)).Message.ShouldContain("not a reference path");

    [Theory]
    [InlineData("""{"z":1.0,"a":1E5,"m":-0.10,"big":12345678901234567890123,"s":"é\"\\\n<>&'"}""")]
    [InlineData("""[1.50,[],{},null,true,"日本語"]""")]
    public void Json_keeps_its_spelling_and_order(string json) => JsonText.Write(JsonText.Parse(json)).ShouldBe(json);

    private static string Read(string path)
    {
        JsonPath.Parse(path).TryRead(JsonText.Parse(Store), out var value).ShouldBeTrue();
        return JsonText.Write(value);
    }
}
