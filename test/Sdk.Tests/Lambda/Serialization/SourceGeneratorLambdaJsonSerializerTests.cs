using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace SonicBridge.Sdk.Tests.Lambda.Serialization;

public sealed partial class SourceGeneratorLambdaJsonSerializerTests
{
    private static readonly SourceGeneratorLambdaJsonSerializer<ParcelJson> Serializer = new();

    [Fact]
    public void Names_are_those_of_CSharp_whatever_the_context_says() =>
        Write(new Parcel("tea", null, 3)).ShouldBe("""{"Content":"tea","weight-in-grams":3}""");

    [Fact]
    public void Names_are_read_in_any_case() =>
        Read<Parcel>("""{"conTENT":"tea","sender":"me","weight-in-grams":3}""").ShouldBe(new Parcel("tea", "me", 3));

    [Fact]
    public void Text_is_written_as_it_is() =>
        Write(new Parcel("<é>+'", null, 0)).ShouldBe("""{"Content":"<é>+'","weight-in-grams":0}""");

    [Theory]
    [InlineData("1764000000")]
    [InlineData("1764000000.0")]
    [InlineData("1764000000000")]
    [InlineData("\"2025-11-24T16:00:00Z\"")]
    public void Time_is_read_from_seconds_and_milliseconds_and_text(string json) =>
        Read<DateTime>(json).ShouldBe(new DateTime(2025, 11, 24, 16, 0, 0, DateTimeKind.Utc));

    [Fact]
    public void Bytes_are_numbers_and_are_read_from_base64_too()
    {
        Write(new byte[] { 1, 2, 255 }).ShouldBe("[1,2,255]");
        Read<byte[]>("[1,2,255]").ShouldBe([1, 2, 255]);
        Read<byte[]>("\"AQL/\"").ShouldBe([1, 2, 255]);
    }

    [Fact]
    public void Type_that_the_context_does_not_know_is_named() =>
        Should
            .Throw<JsonSerializerException>(static () => Read<Uri>("\"http://a\""))
            .Message.ShouldContain($"No JsonTypeInfo registered in {typeof(ParcelJson).FullName} for type System.Uri.");

    [Fact]
    public void Event_that_is_no_JSON_names_the_type() =>
        Should
            .Throw<JsonSerializerException>(static () => Read<Parcel>("{"))
            .Message.ShouldStartWith(
                $"Error converting the Lambda event JSON payload to type {typeof(Parcel).FullName}: "
            );

    [Fact]
    public void Options_can_be_customised()
    {
        var serializer = new SourceGeneratorLambdaJsonSerializer<ParcelJson>(
            static (JsonSerializerOptions options) => options.DefaultIgnoreCondition = JsonIgnoreCondition.Never
        );
        using var stream = new MemoryStream();

        serializer.Serialize(new Parcel("tea", null, 0), stream);

        Encoding.UTF8.GetString(stream.ToArray()).ShouldContain("\"Sender\":null");
    }

    [Fact]
    public void Stream_that_is_not_in_memory_is_read_to_its_end()
    {
        using var stream = new BufferedStream(new MemoryStream("""{"Content":"tea"}"""u8.ToArray()));

        Serializer.Deserialize<Parcel>(stream).Content.ShouldBe("tea");
    }

    private static T Read<T>(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return Serializer.Deserialize<T>(stream);
    }

    private static string Write<T>(T value)
    {
        using var stream = new MemoryStream();
        Serializer.Serialize(value, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    internal sealed record Parcel(
        string Content,
        string? Sender,
        [property: JsonPropertyName("weight-in-grams")] int Weight
    );

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
    [JsonSerializable(typeof(Parcel))]
    [JsonSerializable(typeof(DateTime))]
    [JsonSerializable(typeof(byte[]))]
    internal sealed partial class ParcelJson : JsonSerializerContext;
}
