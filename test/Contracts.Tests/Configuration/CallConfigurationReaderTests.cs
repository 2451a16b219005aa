using System.Text;
using System.Text.Json;
using CsCheck;
using SonicBridge.Contracts.Configuration;

namespace SonicBridge.Contracts.Tests.Configuration;

public sealed class CallConfigurationReaderTests
{
    [Fact]
    public void Everything_that_is_written_is_read()
    {
        var read = AConfiguration.Read(AConfiguration.Whole);

        read.SystemPrompt.ShouldBe("You rent out cars.");
        read.Voice.ShouldBe("tina");
        read.Language.ShouldBe("de-DE");
        read.Greeting.ShouldBe("Welcome the caller.");
        read.Endpointing.ShouldBe(EndpointingSensitivity.High);
        read.CallerSilenceSeconds.ShouldBe(60);
        read.MaximumSeconds.ShouldBe(3600);
        read.WaitingPhrase.ShouldBe("Einen Moment bitte.");
        read.FillerPhrase.ShouldBe("Bitte haben Sie einen Augenblick Geduld.");
        read.Transfer!.Queue.ShouldBe(AConfiguration.Queue);
        read.Transfer.Queues!["billing"].ShouldBe(AConfiguration.Queue);
        read.Privacy.MaskNumbers.ShouldBeTrue();
        read.Privacy.KeepTranscript!.Value.Days.ShouldBe(14);
        read.Tools.Select(tool => tool.Name).ShouldBe(["find_car", "book_car"]);
        read.Tools[0]
            .InputSchema.GetProperty("properties")
            .GetProperty("size")
            .ValueKind.ShouldBe(JsonValueKind.Object);
        read.Tools.Select(tool => tool.TimeoutSeconds).ShouldBe([8, ToolConfiguration.DefaultTimeoutSeconds]);
        read.Tools[1].Function.ShouldEndWith(":live");
    }

    [Fact]
    public void Nothing_has_to_be_written()
    {
        var read = AConfiguration.Read("{}");

        read.Tools.ShouldBeEmpty();
        read.Voice.ShouldBeNull();
        read.Privacy.ShouldBe(new PrivacyConfiguration());
    }

    [Theory]
    [InlineData("""{"voice":"mathew"}""", "voice: is 'mathew': set it to one of tiffany, matthew")]
    [InlineData(
        """{"voice":"amy","language":"de-DE"}""",
        "voice: amy does not speak de-DE: set it to one of tina, lennart, tiffany, matthew"
    )]
    [InlineData("""{"voise":"amy"}""", "voise: is not known: take it out, or write one of")]
    [InlineData(
        """{"callerSilenceSeconds":4}""",
        "callerSilenceSeconds: is 4: set it to a whole number from 5 to 3600."
    )]
    [InlineData(
        """{"maximumSeconds":"1 h"}""",
        "maximumSeconds: is a text: set it to a whole number from 30 to 43200."
    )]
    [InlineData("""{"maximumSeconds":1e400}""", "maximumSeconds: is 1e400: set it to a whole number from 30 to 43200.")]
    [InlineData("""{"greeting":" "}""", "greeting: says nothing: write a text, or leave it out.")]
    [InlineData("""{"greeting":null}""", "greeting: is null: set it to a text, or leave it out.")]
    [InlineData("""{"greeting":"\ud800"}""", "greeting: holds a character that is none: write it again in UTF-8.")]
    [InlineData("""{"tools":{}}""", "tools: is an object: set it to an array, or leave it out.")]
    [InlineData(
        """{"tools":["a"]}""",
        "tools[0]: is a text: write an object with name, description, inputSchema and function."
    )]
    [InlineData(
        """{"transfer":{"queue":"sales\n"}}""",
        "transfer.queue: is a text of more than one line: set it to the ARN of a queue of Amazon Connect."
    )]
    [InlineData(
        """{"transfer":{"queue":"sales"}}""",
        "transfer.queue: is 'sales': set it to the ARN of a queue of Amazon Connect."
    )]
    [InlineData(
        """{"transfer":{"queues":{"sales":1}}}""",
        "transfer.queues.sales: is 1: set it to the ARN of a queue of Amazon Connect, or leave it out."
    )]
    [InlineData(
        """{"privacy":{"keepTranscript":13}}""",
        "privacy.keepTranscript: is 13: set it to \"none\" or a number of days, one of 1, 3, 7, 14, 30, 60, 90, 180, 365."
    )]
    [InlineData("""{"privacy":{"maskNumbers":"yes"}}""", "privacy.maskNumbers: is a text: set it to true or false.")]
    [InlineData("""[]""", "The file holds an array: write an object, such as {\"voice\": \"amy\"}.")]
    [InlineData("""{"voice":"amy","voice":"tina"}""", "voice: stands there more than once: leave one of them.")]
    [InlineData(
        """{"tools":[{"name":"a","description":"A.","function":"f","inputSchema":{"type":"object","type":"object"}}]}""",
        "tools[0].inputSchema.type: stands there more than once: leave one of them."
    )]
    [InlineData("""{"voice":"amy",}""", "The file is not JSON:")]
    public void A_mistake_is_named_with_its_field_and_its_mend(string json, string problem) =>
        AConfiguration.ProblemsOf(json).ShouldHaveSingleItem().ShouldStartWith(problem);

    [Fact]
    public void All_mistakes_are_told_at_once() =>
        AConfiguration
            .ProblemsOf(
                """
                {
                  "voice": "nobody", "tempo": 7, "endpointing": "HIGH",
                  "tools": [
                    { "name": "look up", "description": "x", "inputSchema": { "type": "string" }, "function": "f" },
                    { "name": "end_call", "description": "x", "inputSchema": { "type": "object" } },
                    { "name": "a", "description": "x", "inputSchema": { "type": "object" }, "function": "f", "timeoutSeconds": 0 },
                    { "name": "a", "description": "x", "inputSchema": { "type": "object" }, "function": "f" }
                  ]
                }
                """
            )
            .Select(problem => problem[..problem.IndexOf(':')])
            .ShouldBe([
                "tempo",
                "voice",
                "endpointing",
                "tools[0].name",
                "tools[0].inputSchema",
                "tools[1].name",
                "tools[1].function",
                "tools[2].timeoutSeconds",
                "tools[3].name",
            ]);

    [Fact]
    public void A_name_that_is_no_text_is_a_sentence() =>
        CallConfigurationReader
            .Read(
                """{"ab":1}"""u8.ToArray().Select(one => one == (byte)'b' ? (byte)0xff : one).ToArray(),
                out var problems
            )
            .ShouldBeNull();

    [Fact]
    public void A_schema_that_is_too_long_is_refused() =>
        AConfiguration
            .ProblemsOf(
                $$$"""{"tools":[{"name":"a","description":"x","function":"f","inputSchema":{"type":"object","title":"{{{new string('x', 9000)}}}"}}]}"""
            )
            .ShouldHaveSingleItem()
            .ShouldBe("tools[0].inputSchema: is longer than 8 KB: shorten it.");

    [Fact]
    public void A_file_that_is_too_long_is_refused_unread() =>
        AConfiguration
            .ProblemsOf(new string(' ', CallConfigurationReader.LongestFile + 1))
            .ShouldHaveSingleItem()
            .ShouldBe("The file is longer than 512 KB: shorten it.");

    [Fact]
    public void Any_bytes_are_read_or_are_a_problem() =>
        Gen
            .Byte.Array[0, 64]
            .Sample(bytes =>
                (CallConfigurationReader.Read(bytes, out var problems) is null).ShouldBe(problems.Count > 0)
            );

    [Fact]
    public void What_was_read_comes_back_as_the_calls_file() =>
        AConfiguration.Changed.Sample(json =>
        {
            if (CallConfigurationReader.Read(Encoding.UTF8.GetBytes(json), out _) is not { } read)
            {
                return;
            }

            var written = JsonSerializer.Serialize(read, CallFile.Configuration.Shape);
            var back = JsonSerializer.Deserialize(written, CallFile.Configuration.Shape)!;

            JsonSerializer.Serialize(back, CallFile.Configuration.Shape).ShouldBe(written);
            // The file of the call is one that people could have written.
            AConfiguration.ProblemsOf(written).ShouldBeEmpty();
        });
}
