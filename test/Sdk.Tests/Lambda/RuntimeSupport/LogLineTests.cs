using System.Text.Json.Nodes;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Logging;

namespace SonicBridge.Sdk.Tests.Lambda.RuntimeSupport;

public sealed class LogLineTests
{
    private static readonly DateTime At = new(2026, 11, 24, 1, 2, 3, 4, DateTimeKind.Utc);

    [Theory]
    [InlineData("plain {braces}", "plain {braces}")]
    [InlineData("{count} of {product}", "3 of tea", 3, "tea")]
    [InlineData("{1} of {0}, {1}!", "3 of tea, 3!", "tea", 3)]
    [InlineData("{count:D4} {missing}", "0003 {missing}", 3)]
    [InlineData("{{not}} {a}", "{{not}} 1", 1)]
    [InlineData("{nothing} is {null}", "1 is {null}", 1, null)]
    [InlineData("{open", "{open", 1)]
    [InlineData("{} {a}", "{} 1", 1)]
    public void Holes_of_a_message_are_filled(string template, string expected, params object?[] args) =>
        MessageTemplate.Fill(template, args!).ShouldBe(expected);

    [Fact]
    public void Bytes_are_hexadecimal_and_cut_short() =>
        MessageTemplate
            .Fill("{a} {b}", [new byte[] { 1, 255 }, new byte[17]])
            .ShouldBe("01FF 00000000000000000000000000000000... (17 bytes)");

    [Theory]
    [InlineData(LogLevel.Trace, "trce")]
    [InlineData(LogLevel.Debug, "dbug")]
    [InlineData(LogLevel.Information, "info")]
    [InlineData(LogLevel.Warning, "warn")]
    [InlineData(LogLevel.Error, "fail")]
    [InlineData(LogLevel.Critical, "crit")]
    public void Line_of_text_holds_time_and_level(LogLevel level, string label) =>
        TextLine
            .Format(new LogEntry(At, level, null, "{what} here", ["hello"], null))
            .ShouldBe($"2026-11-24T01:02:03.004Z\t\t{label}\thello here");

    [Fact]
    public void Exception_stands_below_its_message()
    {
        var exception = new IOException("gone");

        TextLine.Message(new LogEntry(At, LogLevel.Error, null, "oh", [], exception)).ShouldBe($"oh\n{exception}");
        TextLine.Message(new LogEntry(At, LogLevel.Error, null, "", [], exception)).ShouldBe($"{exception}");
    }

    [Fact]
    public void Line_of_JSON_holds_the_arguments_as_fields()
    {
        object?[] args = [3, "tea", 1.5, true, null, new List<int> { 1, 2 }, double.NaN, At];
        const string template = "{count} {product} {price:F2} {fresh} {none} {sizes} {odd} {at}";

        var line = JsonNode.Parse(
            JsonLine.Format(new LogEntry(At, LogLevel.Warning, null, template, args!, new IOException("gone")))
        )!;

        line["timestamp"]!.GetValue<string>().ShouldBe("2026-11-24T01:02:03.004Z");
        line["level"]!.GetValue<string>().ShouldBe("Warning");
        line["message"]!.GetValue<string>().ShouldBe("3 tea 1.50 True {none} {sizes} NaN 2026-11-24T01:02:03.004Z");
        line["count"]!.GetValue<int>().ShouldBe(3);
        line["product"]!.GetValue<string>().ShouldBe("tea");
        line["price"]!.GetValue<string>().ShouldBe("1.50");
        line["fresh"]!.GetValue<bool>().ShouldBeTrue();
        line.AsObject().ContainsKey("none").ShouldBeFalse();
        line["sizes"]!.ToJsonString().ShouldBe("[1,2]");
        line["odd"]!.GetValue<string>().ShouldBe("NaN");
        line["errorType"]!.GetValue<string>().ShouldBe("System.IO.IOException");
        line["errorMessage"]!.GetValue<string>().ShouldBe("gone");
        line["stackTrace"]!.AsArray().Count.ShouldBe(1);
    }
}
