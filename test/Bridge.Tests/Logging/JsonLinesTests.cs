using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SonicBridge.Bridge.Logging;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Tests.Logging;

public sealed partial class JsonLinesTests : IDisposable
{
    private static readonly ContactId Contact = ContactId.Parse("5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e");
    private readonly MemoryStream _output = new();
    private readonly JsonLines _lines;

    public JsonLinesTests() =>
        _lines = new JsonLines(_output, new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void Entry_is_one_line_with_the_call_and_the_values()
    {
        var log = _lines.CreateLogger("Call");
        using (log.BeginScope(new CallScope(Contact, 2)))
        {
            Heard(log, 12, 0.12345, "it's", true, null);
        }

        Text()
            .ShouldBe(
                """
                {"at":"2026-11-24T09:00:00+00:00","level":"info","event":"Heard","contactId":"5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e","generation":2,"message":"Heard 12 blocks after 0.12345 s, next it's, True, (null).","blocks":12,"seconds":0.123,"next":"it's","whole":true,"detail":null}

                """.ReplaceLineEndings("\n")
            );
    }

    [Fact]
    public void Scope_ends()
    {
        var log = _lines.CreateLogger("Call");
        log.BeginScope(new CallScope(Contact, 1))!.Dispose();
        Broke(log, new IOException("x"));
        Text().ShouldNotContain("contactId");
    }

    [Fact]
    public void Exception_is_its_sentence_without_a_stack()
    {
        try
        {
            throw new IOException("The connection was reset.\nBy the peer.");
        }
        catch (IOException e)
        {
            Broke(_lines.CreateLogger("Call"), e);
        }

        Text().Count(character => character == '\n').ShouldBe(1);
        using var json = JsonDocument.Parse(Text());
        json.RootElement.GetProperty("message")
            .GetString()
            .ShouldBe("It broke. IOException: The connection was reset.\nBy the peer.");
    }

    [Fact]
    public void Entry_below_the_least_level_is_not_written()
    {
        var log = _lines.CreateLogger("Call");
        log.IsEnabled(LogLevel.Debug).ShouldBeFalse();
        Detail(log);
        _output.Length.ShouldBe(0);
    }

    [Fact]
    public void Entries_of_many_threads_are_whole_lines()
    {
        var log = _lines.CreateLogger("Call");
        Parallel.For(0, 200, i => Heard(log, i, 0, "", false, null));
        var lines = Text().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Select(BlocksOf).Order().ShouldBe(Enumerable.Range(0, 200));
    }

    public void Dispose() => _lines.Dispose();

    private string Text() => Encoding.UTF8.GetString(_output.ToArray());

    private static int BlocksOf(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("blocks").GetInt32();
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        EventName = "Heard",
        Message = "Heard {Blocks} blocks after {Seconds} s, next {Next}, {Whole}, {Detail}."
    )]
    private static partial void Heard(ILogger log, int blocks, double seconds, string next, bool whole, string? detail);

    [LoggerMessage(Level = LogLevel.Error, EventName = "Broke", Message = "It broke.")]
    private static partial void Broke(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Debug, EventName = "Detail", Message = "A detail.")]
    private static partial void Detail(ILogger log);
}
