using System.Text;
using System.Text.Json;
using SonicBridge.Bridge.Sonic;

namespace SonicBridge.Bridge.Tests.Sonic;

public sealed class SonicWordsTests
{
    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("""{"a":[1]}""")]
    [InlineData("\"SOMETHING_NEW\"")]
    public void What_is_no_known_word_is_other_and_leaves_the_reader_at_its_end(string json)
    {
        Read(json, SonicWords.TypeOf).ShouldBe(ContentType.Other);
        Read(json, SonicWords.RoleOf).ShouldBe(Role.Other);
        Read(json, SonicWords.ReasonOf).ShouldBe(StopReason.Other);
        Read(json, SonicWords.StageOf).ShouldBe(GenerationStage.Final);
    }

    [Theory]
    [InlineData("""{\"generationStage\":\"SPECULATIVE\"}""", true)]
    [InlineData("""{ \"x\" : 1, \"generationStage\" : \"SPECULATIVE\" }""", true)]
    [InlineData("""{\"generationStage\":\"FINAL\"}""", false)]
    [InlineData("", false)]
    public void Stage_is_read_from_the_JSON_text_within(string fields, bool isSpeculative) =>
        (Read($"\"{fields}\"", SonicWords.StageOf) == GenerationStage.Speculative).ShouldBe(isSpeculative);

    private delegate T Word<T>(ref Utf8JsonReader reader);

    private static T Read<T>(string json, Word<T> read)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        var word = read(ref reader);
        reader.Read().ShouldBeFalse();
        return word;
    }
}
