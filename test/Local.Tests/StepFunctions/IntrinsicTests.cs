using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Data;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.Tests.StepFunctions;

public sealed class IntrinsicTests
{
    private const string Data = """
        {"name":"Ana","n":3,"f":2.5,"list":[1,2,3,2],"o":{"a":{"x":1},"b":2},"p":{"a":{"y":2},"c":3},"json":"{\"k\":[1.0]}","null":null}
        """;

    [Theory]
    [InlineData("States.Format('Hello, {}!', $.name)", "\"Hello, Ana!\"")]
    [InlineData("States.Format('{} {} {}', $.n, $.list, $.null)", "\"3 [1,2,3,2] null\"")]
    [InlineData(
        @"States.Format('\{\} it\'s {} \\', true)",
        """
            "{} it's true \\"
            """
    )]
    [InlineData("States.Format($.name)", "\"Ana\"")]
    [InlineData("States.Format('of {}', $$.Execution.Name)", "\"of run\"")]
    [InlineData("States.StringToJson($.json)", """{"k":[1.0]}""")]
    [InlineData(
        "States.JsonToString($.o)",
        """
            "{\"a\":{\"x\":1},\"b\":2}"
            """
    )]
    [InlineData("States.Array()", "[]")]
    [InlineData("States.Array($.name, 1, 'a, b', null, States.Array(2))", """["Ana",1,"a, b",null,[2]]""")]
    [InlineData("States.ArrayPartition($.list, 3)", "[[1,2,3],[2]]")]
    [InlineData("States.ArrayContains($.list, 2)", "true")]
    [InlineData("States.ArrayContains($.list, 9)", "false")]
    [InlineData("States.ArrayRange(1, 9, 2)", "[1,3,5,7,9]")]
    [InlineData("States.ArrayRange(3, 1, -1)", "[3,2,1]")]
    [InlineData("States.ArrayGetItem($.list, 2)", "3")]
    [InlineData("States.ArrayLength($.list)", "4")]
    [InlineData("States.ArrayUnique($.list)", "[1,2,3]")]
    [InlineData("States.Base64Encode('Data to encode')", "\"RGF0YSB0byBlbmNvZGU=\"")]
    [InlineData("States.Base64Decode('RGVjb2RlZCBkYXRh')", "\"Decoded data\"")]
    [InlineData("States.Hash('input data', 'SHA-1')", "\"aaff4a450a104cd177d28d18d74485e8cae074b7\"")]
    [InlineData("States.Hash('', 'MD5')", "\"d41d8cd98f00b204e9800998ecf8427e\"")]
    [InlineData("States.JsonMerge($.o, $.p, false)", """{"a":{"y":2},"b":2,"c":3}""")]
    [InlineData("States.MathAdd($.n, -1)", "2")]
    [InlineData("States.MathAdd($.f, 1)", "4")]
    [InlineData("States.StringSplit('1,2,3,4,5', ',')", """["1","2","3","4","5"]""")]
    [InlineData("States.StringSplit('a.b+c', '.+')", """["a","b","c"]""")]
    [InlineData("States.ArrayGetItem(States.StringSplit('arn:aws:x', ':'), States.MathAdd(1, 1))", "\"x\"")]
    public void Function_yields(string call, string expected) =>
        JsonText.Write(Evaluate(call)).ShouldBe(expected.Trim());

    [Theory]
    [InlineData("States.ArrayGetItem($.list, 4)", "there is no item 4 in an array of 4")]
    [InlineData("States.ArrayLength($.name)", "argument 1 has to be an array, but was \"Ana\"")]
    [InlineData("States.Format('{}')", "placeholders do not match")]
    [InlineData("States.Format('x', 1)", "placeholders do not match")]
    [InlineData("States.Format('{')", "a brace that is no placeholder")]
    [InlineData("States.StringToJson('{')", "the string is not JSON")]
    [InlineData("States.JsonMerge($.o, $.p, true)", "shallowly only")]
    [InlineData("States.Hash('x', 'CRC')", "'CRC' is not one of")]
    [InlineData("States.ArrayRange(1, 9, 0)", "must not be 0")]
    [InlineData("States.ArrayRange(1, 9000, 1)", "holds 1000 numbers at most")]
    [InlineData("States.ArrayPartition($.list, 0)", "a positive integer")]
    [InlineData("States.Base64Decode('*')", "not UTF-8 in Base64")]
    [InlineData("States.MathRandom(5, 5)", "has to be greater")]
    public void Misuse_is_an_intrinsic_failure_that_says_why(string call, string reason)
    {
        var failure = Should.Throw<StateFailedException>(() => Evaluate(call));

        failure.Error.ShouldBe("States.IntrinsicFailure");
        failure.Cause!.ShouldContain(reason);
    }

    [Theory]
    [InlineData("States.Fromat('x')", "'States.Fromat' is not an intrinsic function")]
    [InlineData("States.ArrayLength()", "States.ArrayLength takes 1 argument, not 0")]
    [InlineData("States.MathRandom(1)", "takes 2 to 3 arguments, not 1")]
    [InlineData("States.Format(\"x\")", "strings stand in single quotes")]
    [InlineData("States.Format('x'", "')' is missing")]
    [InlineData("States.UUID() + 1", "nothing may follow the call")]
    public void Malformed_call_is_refused_with_the_reason(string call, string reason) =>
        Should.Throw<FormatException>(() => Expression.Parse(call)).Message.ShouldContain(reason);

    [Fact]
    public void Chance_is_repeatable_with_a_seed()
    {
        Evaluate("States.UUID()")!
            .GetValue<string>()
            .ShouldMatch("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$");
        JsonText.Write(Evaluate("States.UUID()")).ShouldBe(JsonText.Write(Evaluate("States.UUID()")));
        JsonText
            .Write(Evaluate("States.MathRandom(1, 999, 5)"))
            .ShouldBe(JsonText.Write(Evaluate("States.MathRandom(1, 999, 5)")));
        Evaluate("States.MathRandom(4, 5)")!.GetValue<long>().ShouldBe(4);
    }

    private static JsonNode? Evaluate(string call)
    {
        var context = JsonNode.Parse("""{"Execution":{"Name":"run"}}""")!.AsObject();
        return Expression.Parse(call).Evaluate(new DataScope(JsonText.Parse(Data), context, new Random(1)));
    }
}
