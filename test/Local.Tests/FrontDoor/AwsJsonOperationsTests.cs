using System.Net;
using System.Text;
using System.Text.Json.Serialization;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Tests.FrontDoor;

public sealed class AwsJsonOperationsTests
{
    [Fact]
    public async Task Operation_answers_in_the_protocols_content_type_with_time_in_seconds()
    {
        var (status, type, text) = await PostAsync("Thing.Double", """{"value":21}""");

        status.ShouldBe(HttpStatusCode.OK);
        type.ShouldBe("application/x-amz-json-1.1");
        text.ShouldBe("""{"value":42,"at":1.5}""");
    }

    [Fact]
    public async Task Empty_body_is_an_empty_request() =>
        (await PostAsync("Thing.Double", "")).Text.ShouldBe("""{"value":0,"at":1.5}""");

    [Theory]
    [InlineData("Thing.Triple")]
    [InlineData("Thing.")]
    [InlineData("Thing")]
    [InlineData("Other.Double")]
    public async Task Unknown_operation_is_named_with_those_that_are_there(string target)
    {
        var (status, _, text) = await PostAsync(target, "{}");

        status.ShouldBe(HttpStatusCode.BadRequest);
        text.ShouldContain("\"__type\":\"UnknownOperationException\"");
        text.ShouldContain("it has Double, Fail.");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"value":"x"}""")]
    [InlineData("\u0001")]
    public async Task Body_of_another_shape_is_a_serialization_error(string body)
    {
        var (status, _, text) = await PostAsync("Thing.Double", body);

        status.ShouldBe(HttpStatusCode.BadRequest);
        text.ShouldContain("\"__type\":\"SerializationException\"");
    }

    [Fact]
    public async Task Error_of_an_operation_carries_its_name_and_sentence()
    {
        var (status, _, text) = await PostAsync("Thing.Fail", "{}");

        status.ShouldBe(HttpStatusCode.Conflict);
        text.ShouldBe("""{"__type":"ThingBroken","message":"It broke: mend it."}""");
    }

    private static async Task<(HttpStatusCode Status, string? Type, string Text)> PostAsync(string target, string body)
    {
        var operations = new AwsJsonOperations("Thing", "1.1")
            .Add("Double", ThingJson.Default.Thing, ThingJson.Default.Answer, Double)
            .Add("Fail", ThingJson.Default.Thing, ThingJson.Default.Answer, Fail);
        await using var door = await ADoor.With(new ServiceOf("thing", operations.HandleAsync));
        using var client = new HttpClient();
        var headers = new Dictionary<string, string> { ["x-amz-target"] = target };
        using var request = new HandSigner { Service = "thing" }.Sign(
            door.Http,
            Encoding.UTF8.GetBytes(body),
            more: headers
        );
        request.Content!.Headers.ContentType = new("application/x-amz-json-1.1");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (
            response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
    }

    private static Answer Double(Thing thing) => new(thing.Value * 2, DateTimeOffset.FromUnixTimeMilliseconds(1500));

    private static Answer Fail(Thing thing) => throw new AwsException("ThingBroken", "It broke: mend it.", 409);
}

internal sealed record Thing(int Value);

internal sealed record Answer(int Value, [property: JsonConverter(typeof(EpochSecondsConverter))] DateTimeOffset At);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Thing))]
[JsonSerializable(typeof(Answer))]
internal sealed partial class ThingJson : JsonSerializerContext;
