using System.Text;
using System.Text.Json;
using CsCheck;
using SonicBridge.Bridge.Sonic;

namespace SonicBridge.Bridge.Tests.Sonic;

/// <summary>Output events as Nova 2's user guide prints them, "Handling output events".</summary>
public sealed class SonicEventReaderTests
{
    [Fact]
    public void Content_start_of_a_speculative_text() =>
        Read(
                "contentStart",
                """
                "type":"TEXT","role":"ASSISTANT","additionalModelFields":"{\"generationStage\":\"SPECULATIVE\"}",
                "textOutputConfiguration":{"mediaType":"text/plain"}
                """
            )
            .ShouldBe(new SonicEvent.ContentStart("c", ContentType.Text, Role.Assistant, GenerationStage.Speculative));

    [Fact]
    public void Content_start_of_audio_has_no_stage_and_skips_its_configuration() =>
        Read(
                "contentStart",
                """
                "audioOutputConfiguration":{"mediaType":"audio/lpcm","sampleRateHertz":8000,"contentId":"not this"},
                "type":"AUDIO","role":"ASSISTANT"
                """
            )
            .ShouldBe(new SonicEvent.ContentStart("c", ContentType.Audio, Role.Assistant, GenerationStage.Final));

    [Fact]
    public void Text_output_is_unescaped() =>
        Read("textOutput", """ "content":"Gr\u00fc\u00dfe \"dort\"","role":"USER" """)
            .ShouldBe(new SonicEvent.TextOutput("c", "Grüße \"dort\""));

    [Theory]
    [InlineData("""{ \"interrupted\" : true }""")]
    [InlineData("""{\"interrupted\":true}""")]
    [InlineData("""  {\n  \"interrupted\": true\n}\n""")]
    public void Interruption_is_read_as_json_whatever_its_spacing(string content) =>
        Read("textOutput", $" \"content\":\"{content}\" ").ShouldBe(new SonicEvent.Interrupted("c"));

    [Theory]
    [InlineData("""{ \"interrupted\" : false }""")]
    [InlineData("{interrupted, as it were}")]
    [InlineData("I was interrupted: true")]
    public void Words_about_interruption_are_words(string content) =>
        Read("textOutput", $" \"content\":\"{content}\" ").ShouldBeOfType<SonicEvent.TextOutput>();

    [Theory]
    [InlineData(""" "content":"{\"city\":\"Boston\"}" """, """{"city":"Boston"}""")]
    [InlineData(""" "content":{"city":"Boston"} """, """{"city":"Boston"}""")]
    [InlineData(""" "content":"" """, "")]
    [InlineData(""" "role":"TOOL" """, "")]
    public void Tool_use_names_the_tool_and_its_arguments(string content, string arguments) =>
        Read("toolUse", $""" "toolName":"look_up","toolUseId":"u1",{content} """)
            .ShouldBe(new SonicEvent.ToolUse("u1", "look_up", arguments));

    [Theory]
    [InlineData("PARTIAL_TURN", nameof(StopReason.PartialTurn))]
    [InlineData("END_TURN", nameof(StopReason.EndTurn))]
    [InlineData("INTERRUPTED", nameof(StopReason.Interrupted))]
    [InlineData("SOMETHING_NEW", nameof(StopReason.Other))]
    public void Content_end_tells_why(string reason, string expected) =>
        Read("contentEnd", $" \"type\":\"TEXT\",\"stopReason\":\"{reason}\" ")
            .ShouldBe(new SonicEvent.ContentEnd("c", Enum.Parse<StopReason>(expected)));

    [Fact]
    public void Usage_is_summed_up_by_the_model() =>
        Read(
                "usageEvent",
                """
                "details":{"delta":{"input":{"speechTokens":1}},"total":{}},
                "totalInputTokens":12,"totalOutputTokens":34,"totalTokens":46
                """
            )
            .ShouldBe(new SonicEvent.Usage(12, 34));

    [Fact]
    public void Completion_begins_and_ends()
    {
        Read("completionStart", "\"x\":0").ShouldBe(new SonicEvent.CompletionStart());
        Read("completionEnd", "\"stopReason\":\"END_TURN\"").ShouldBe(new SonicEvent.CompletionEnd());
    }

    [Fact]
    public void Event_of_an_unknown_kind_is_named_and_its_content_ignored() =>
        Read("""{"id":7,"event":{"userSpeechEnd":{"deep":[1,{"er":2}]}}}""")
            .ShouldBe(new SonicEvent.Unknown("userSpeechEnd"));

    [Fact]
    public void Samples_are_decoded_from_base64() =>
        Gen.Byte.Array[0, 4000].Sample(samples => Pcm(Convert.ToBase64String(samples)).ShouldBe(samples));

    [Fact]
    public void Samples_are_decoded_from_base64_with_escaped_slashes() =>
        Gen
            .Byte.Array[0, 400]
            .Sample(samples => Pcm(Convert.ToBase64String(samples).Replace("/", "\\/")).ShouldBe(samples));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"event":7}""")]
    [InlineData("""{"event":{}}""")]
    [InlineData("""{"event":{"audioOutput":{"content":"?"}}}""")]
    [InlineData("""{"event":{"textOutput":{"content":7}}}""")]
    [InlineData("""{"event":{"contentEnd":{"stopReason" """)]
    public void What_is_not_an_event_is_refused(string json) => Should.Throw<JsonException>(() => Read(json));

    [Fact]
    public void Whatever_comes_is_read_or_refused_and_nothing_else()
    {
        var whole = Encoding.UTF8.GetBytes(
            Event("contentStart", """ "type":"TEXT","role":"USER","additionalModelFields":"{}" """)
        );
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Bool)
            .Sample(
                (at, with, cut) =>
                {
                    byte[] bytes = [.. whole];
                    bytes[at] = with;
                    try
                    {
                        SonicEventReader.Read(cut ? bytes.AsSpan(0, at) : bytes, new byte[bytes.Length]);
                    }
                    catch (JsonException)
                    {
                        // Refused.
                    }
                }
            );
    }

    private static SonicEvent Read(string name, string members) => Read(Event(name, members));

    private static string Event(string name, string members) =>
        "{\"event\":{\""
        + name
        + "\":{\"sessionId\":\"s\",\"promptName\":\"p\",\"completionId\":\"k\",\"contentId\":\"c\","
        + members
        + "}}}";

    private static SonicEvent Read(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        return SonicEventReader.Read(bytes, new byte[bytes.Length]);
    }

    private static byte[] Pcm(string base64) =>
        Read("audioOutput", $" \"content\":\"{base64}\" ").ShouldBeOfType<SonicEvent.AudioOutput>().Pcm.ToArray();
}
