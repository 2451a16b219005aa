using System.Text.Json.Nodes;
using SonicBridge.Local.Connect.Api;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Tests.FrontDoor;

namespace SonicBridge.Local.Tests.Connect.Api;

/// <summary>A Connect instance behind a front door, and a client of it.</summary>
internal sealed class AnInstance : IAsyncDisposable
{
    private readonly DoorClient _client;

    private AnInstance(AwsFrontDoor door, ConnectInstance instance)
    {
        (Door, Instance) = (door, instance);
        _client = new DoorClient(door.Http, TimeProvider.System);
    }

    public AwsFrontDoor Door { get; }

    public ConnectInstance Instance { get; }

    public static string Hello { get; } = Speaking("Hello.");

    public static async Task<AnInstance> Start()
    {
        var instance = new ConnectInstance(ConnectInstance.LocalId, "rehearsal", TimeProvider.System);
        return new AnInstance(await ADoor.With(new ConnectService(instance)), instance);
    }

    /// <summary>A flow that says one thing.</summary>
    public static string Speaking(string text) =>
        new JsonObject
        {
            ["Version"] = "2019-10-30",
            ["StartAction"] = "say",
            ["Metadata"] = new JsonObject(),
            ["Actions"] = new JsonArray(
                new JsonObject
                {
                    ["Identifier"] = "say",
                    ["Type"] = "MessageParticipant",
                    ["Parameters"] = new JsonObject { ["Text"] = text },
                    ["Transitions"] = new JsonObject
                    {
                        ["NextAction"] = "end",
                        ["Errors"] = new JsonArray(
                            new JsonObject { ["ErrorType"] = "NoMatchingError", ["NextAction"] = "end" }
                        ),
                        ["Conditions"] = new JsonArray(),
                    },
                },
                new JsonObject
                {
                    ["Identifier"] = "end",
                    ["Type"] = "DisconnectParticipant",
                    ["Parameters"] = new JsonObject(),
                    ["Transitions"] = new JsonObject(),
                }
            ),
        }.ToJsonString();

    public Task<JsonObject> Ask(HttpMethod method, string path, JsonObject? body = null) =>
        _client.RestAsync("connect", method, path, body, TestContext.Current.CancellationToken);

    public async Task<string> CreateFlow(string name, string content, string status = "PUBLISHED") =>
        (string)
            (
                await Ask(
                    HttpMethod.Put,
                    $"/contact-flows/{Instance.Id}",
                    new JsonObject
                    {
                        ["Name"] = name,
                        ["Type"] = "CONTACT_FLOW",
                        ["Content"] = content,
                        ["Status"] = status,
                    }
                )
            )["ContactFlowId"]!;

    /// <summary>The content of a flow, or of its draft with <c>:$SAVED</c>.</summary>
    public async Task<string> ContentOf(string id) =>
        (string)
            (await Ask(HttpMethod.Get, $"/contact-flows/{Instance.Id}/{Uri.EscapeDataString(id)}"))["ContactFlow"]![
                "Content"
            ]!;

    public Task Write(string id, string content) =>
        Ask(
            HttpMethod.Post,
            $"/contact-flows/{Instance.Id}/{Uri.EscapeDataString(id)}/content",
            new JsonObject { ["Content"] = content }
        );

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Door.DisposeAsync();
    }
}
