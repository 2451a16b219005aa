using System.Text.Json.Nodes;
using Amazon.Lambda.RuntimeSupport.Errors;

namespace SonicBridge.Sdk.Tests.Lambda.RuntimeSupport;

public sealed class ErrorReportTests
{
    [Fact]
    public void Cause_is_reported_within_the_error_and_its_own_cause_within_that()
    {
        var report = Write(
            new InvalidOperationException("outer", new IOException("middle", new TimeoutException("inner")))
        );

        report["errorType"]!.GetValue<string>().ShouldBe("InvalidOperationException");
        report["cause"]!["errorType"]!.GetValue<string>().ShouldBe("IOException");
        report["cause"]!["cause"]!["errorMessage"]!.GetValue<string>().ShouldBe("inner");
        report["stackTrace"].ShouldBeNull("it was never thrown");
        report["causes"].ShouldBeNull();
    }

    [Fact]
    public void Aggregate_reports_each_of_its_causes()
    {
        var report = Write(new AggregateException(new IOException("one"), new TimeoutException("two")));

        report["causes"]!
            .AsArray()
            .Select(cause => cause!["errorMessage"]!.GetValue<string>())
            .ShouldBe(["one", "two"]);
        report["cause"]!["errorMessage"]!.GetValue<string>().ShouldBe("one");
    }

    [Fact]
    public void Stack_is_one_line_to_an_item()
    {
        var thrown = Should.Throw<InvalidOperationException>(static () => Fail());

        var lines = Write(thrown)["stackTrace"]!.AsArray().Select(static line => line!.GetValue<string>()).ToList();

        lines[0].ShouldStartWith("at SonicBridge.Sdk.Tests.Lambda.RuntimeSupport.ErrorReportTests.Fail()");
        lines.ShouldAllBe(static line => line.Trim() == line && line.Length > 0);
    }

    [Fact]
    public void Report_that_grows_too_long_says_so_instead()
    {
        Write(new InvalidOperationException(new string('x', ErrorReport.MaxLength)))["errorMessage"]!
            .GetValue<string>()
            .ShouldContain("256KB");
        Write(new InvalidOperationException(new string('x', ErrorReport.MaxLength - 1000)))["errorMessage"]!
            .GetValue<string>()
            .ShouldStartWith("xxx");
    }

    [Fact]
    public void Long_chain_of_causes_is_reported_to_its_end()
    {
        var chain = Enumerable.Range(0, 100).Aggregate(new IOException("0"), (e, i) => new IOException($"{i}", e));

        var deepest = JsonNode.Parse(ErrorReport.Write(chain), documentOptions: new() { MaxDepth = 1000 })!;
        while (deepest["cause"] is { } cause)
        {
            deepest = cause;
        }

        deepest["errorMessage"]!.GetValue<string>().ShouldBe("0");
    }

    private static JsonNode Write(Exception exception) => JsonNode.Parse(ErrorReport.Write(exception))!;

    private static void Fail() => throw new InvalidOperationException("no");
}
