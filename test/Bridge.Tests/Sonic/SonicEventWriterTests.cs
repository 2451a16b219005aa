using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;
using SonicBridge.Bridge.Sonic;

namespace SonicBridge.Bridge.Tests.Sonic;

/// <summary>Input events against Nova 2's user guide, "Handling input events".</summary>
public sealed class SonicEventWriterTests
{
    [Fact]
    public void Session_start_carries_inference_and_turn_detection() =>
        Written(json => SonicEventWriter.SessionStart(json, new SonicSettings { Endpointing = Endpointing.High }))
            .ShouldBe(
                """{"event":{"sessionStart":{"inferenceConfiguration":{"maxTokens":1024,"topP":0.9,"temperature":0.7},"turnDetectionConfiguration":{"endpointingSensitivity":"HIGH"}}}}"""
            );

    [Fact]
    public void Session_start_leaves_turn_detection_out_for_the_first_model_which_rejects_it() =>
        Written(json => SonicEventWriter.SessionStart(json, new SonicSettings { ModelId = "amazon.nova-sonic-v1:0" }))
            .ShouldNotContain("turnDetectionConfiguration");

    [Fact]
    public void Prompt_start_asks_for_speech_at_the_telephones_rate() =>
        Written(json => SonicEventWriter.PromptStart(json, "p", new SonicSettings { Voice = "tiffany" }))
            .ShouldBe(
                """{"event":{"promptStart":{"promptName":"p","textOutputConfiguration":{"mediaType":"text/plain"},"audioOutputConfiguration":{"mediaType":"audio/lpcm","sampleRateHertz":8000,"sampleSizeBits":16,"channelCount":1,"audioType":"SPEECH","encoding":"base64","voiceId":"tiffany"}}}}"""
            );

    [Fact]
    public void Prompt_start_offers_tools_with_their_schemas_as_strings() =>
        Written(json =>
                SonicEventWriter.PromptStart(
                    json,
                    "p",
                    new SonicSettings { Tools = [new ToolSpec("look_up", "Looks up.", """{"type":"object"}""")] }
                )
            )
            .ShouldContain(
                """voiceId":"matthew"},"toolUseOutputConfiguration":{"mediaType":"application/json"},"toolConfiguration":{"tools":[{"toolSpec":{"name":"look_up","description":"Looks up.","inputSchema":{"json":"{\u0022type\u0022:\u0022object\u0022}"}}}]}}}}"""
            );

    [Fact]
    public void A_tools_answer_goes_as_a_string_in_a_block_that_names_the_request()
    {
        Written(json => SonicEventWriter.ToolStart(json, "p", "c", "u1"))
            .ShouldBe(
                """{"event":{"contentStart":{"promptName":"p","contentName":"c","type":"TOOL","interactive":false,"role":"TOOL","toolResultInputConfiguration":{"toolUseId":"u1","type":"TEXT","textInputConfiguration":{"mediaType":"text/plain"}}}}}"""
            );
        Written(json => SonicEventWriter.ToolResult(json, "p", "c", """{"cars":0}"""))
            .ShouldBe(
                """{"event":{"toolResult":{"promptName":"p","contentName":"c","content":"{\u0022cars\u0022:0}"}}}"""
            );
    }

    [Fact]
    public void System_block_is_not_interactive() =>
        Written(json => SonicEventWriter.TextStart(json, "p", "c", "SYSTEM", interactive: false))
            .ShouldBe(
                """{"event":{"contentStart":{"promptName":"p","contentName":"c","type":"TEXT","interactive":false,"role":"SYSTEM","textInputConfiguration":{"mediaType":"text/plain"}}}}"""
            );

    [Fact]
    public void Audio_block_is_interactive_and_says_its_rate() =>
        Written(json => SonicEventWriter.AudioStart(json, "p", "c", 16000))
            .ShouldBe(
                """{"event":{"contentStart":{"promptName":"p","contentName":"c","type":"AUDIO","interactive":true,"role":"USER","audioInputConfiguration":{"mediaType":"audio/lpcm","sampleRateHertz":16000,"sampleSizeBits":16,"channelCount":1,"audioType":"SPEECH","encoding":"base64"}}}}"""
            );

    [Fact]
    public void Closing_events_name_what_they_close()
    {
        Written(json => SonicEventWriter.ContentEnd(json, "p", "c"))
            .ShouldBe("""{"event":{"contentEnd":{"promptName":"p","contentName":"c"}}}""");
        Written(json => SonicEventWriter.PromptEnd(json, "p"))
            .ShouldBe("""{"event":{"promptEnd":{"promptName":"p"}}}""");
        Written(SonicEventWriter.SessionEnd).ShouldBe("""{"event":{"sessionEnd":{}}}""");
    }

    [Fact]
    public void Samples_come_out_of_base64_as_they_went_in_however_they_were_cut() =>
        Gen
            .Byte.Array[0, 300]
            .Array[0, 6]
            .Sample(blocks =>
            {
                using var json = JsonDocument.Parse(
                    Written(writer => SonicEventWriter.AudioInput(writer, "p", "c", Sequence.Of(blocks)))
                );
                json.RootElement.GetProperty("event")
                    .GetProperty("audioInput")
                    .GetProperty("content")
                    .GetBytesFromBase64()
                    .ShouldBe(blocks.SelectMany(block => block));
            });

    private static string Written(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
