using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SonicBridge.Contracts;
using SonicBridge.Steps.Call;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Call;

public sealed class ContactDisconnectedTests : IDisposable
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 25, 9, 0, 5, TimeSpan.Zero);

    private readonly InMemoryS3 _s3 = new();

    public ContactDisconnectedTests() =>
        _s3.Seed(ACall.Key("call.json"), $$"""{"contactId":"{{ACall.Id}}","streamArn":"{{ACall.StreamArn}}"}""");

    public void Dispose() => _s3.Dispose();

    private Task TellAsync(JsonNode? input) =>
        new ContactDisconnectedFunction(_s3, new FakeTimeProvider(s_now), ACall.Bucket).ContactDisconnected(
            input.Element(),
            ACall.Context()
        );

    private Disconnection? Written() =>
        _s3.Text(ACall.Key("disconnected.json")) is { } json
            ? JsonSerializer.Deserialize(json, CallFile.Disconnected.Shape)
            : null;

    private static JsonObject Event(string type = "DISCONNECTED", string? contact = ACall.Id) =>
        new()
        {
            ["source"] = "aws.connect",
            ["detail-type"] = "Amazon Connect Contact Event",
            ["detail"] = new JsonObject
            {
                ["eventType"] = type,
                ["contactId"] = contact,
                ["channel"] = "VOICE",
                ["disconnectTimestamp"] = "2026-11-25T09:00:01.250Z",
                ["disconnectReason"] = "CUSTOMER_DISCONNECT",
            },
        };

    [Fact]
    public async Task The_end_of_a_contact_is_noted_in_its_calls_folder()
    {
        await TellAsync(Event());

        Written()
            .ShouldBe(
                new Disconnection(new DateTimeOffset(2026, 11, 25, 9, 0, 1, 250, TimeSpan.Zero), "CUSTOMER_DISCONNECT")
            );
    }

    [Fact]
    public async Task What_was_noted_first_stays_when_the_event_comes_again()
    {
        await TellAsync(Event());
        var first = Written();
        var again = Event();
        again["detail"]!["disconnectTimestamp"] = "2026-11-25T10:00:00Z";

        await TellAsync(again);

        Written().ShouldBe(first);
    }

    [Fact]
    public async Task An_event_without_a_time_counts_from_when_it_came_and_only_a_name_is_a_reason()
    {
        var input = Event();
        input["detail"]!.AsObject().Remove("disconnectTimestamp");
        input["detail"]!["disconnectReason"] = "the caller said: goodbye";

        await TellAsync(input);

        Written().ShouldBe(new Disconnection(s_now));
    }

    [Fact]
    public async Task A_contact_that_is_no_call_of_ours_leaves_nothing()
    {
        await TellAsync(Event(contact: "00000000-0000-4000-8000-000000000000"));

        _s3.Calls.ShouldAllBe(call => call.Operation != "PutObject");
    }

    [Theory]
    [InlineData("INITIATED", ACall.Id)]
    [InlineData("CONNECTED_TO_AGENT", ACall.Id)]
    [InlineData("DISCONNECTED", null)]
    [InlineData("DISCONNECTED", "../../other")]
    public async Task Any_other_event_is_let_go(string type, string? contact)
    {
        await TellAsync(Event(type, contact));
        await TellAsync(null);

        _s3.Calls.ShouldBeEmpty();
    }
}
