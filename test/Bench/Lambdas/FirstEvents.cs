using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SonicBridge.Contracts;
using SonicBridge.Local.Connect;

namespace SonicBridge.Bench.Lambdas;

/// <summary>
/// What each function is asked first: those of a call get a call to work on and succeed; those of a migration get a
/// folder in which there is nothing yet, which most find out by their first look into S3.
/// </summary>
internal sealed class FirstEvents(LambdaStage stage)
{
    private static readonly string[] s_ofCalls =
    [
        "invoke-ecs-ec2-task",
        "launch-bridge",
        "next-prompt",
        "record-outcome",
        "stop-bridge",
        "bridge-stopped",
        "contact-disconnected",
        "spot-warning",
        "diagnose",
    ];

    /// <summary>Whether a call needs the function; the others are the migration's.</summary>
    public static bool IsOfCall(string function) => s_ofCalls.Contains(function);

    /// <summary>Makes a function's first event, and what has to be there before it.</summary>
    public byte[] For(string function) =>
        function switch
        {
            "invoke-ecs-ec2-task" => StartCall(),
            "launch-bridge" => Launch(),
            "next-prompt" => NextPrompt(),
            "record-outcome" => RecordOutcome(),
            "stop-bridge" => Folder(stage.BeginCall(), ("error", "States.HeartbeatTimeout")),
            "bridge-stopped" => BridgeStopped(),
            "contact-disconnected" => ContactEvent.Disconnected(
                stage.BeginCall().ContactId,
                TimeProvider.System.GetUtcNow()
            ),
            "spot-warning" => stage.SpotWarning.ToArray(),
            "diagnose" => Text(new JsonObject { ["contactId"] = stage.BeginCall().ContactId.ToString() }),
            _ => Text(new JsonObject { ["folder"] = $"s3://{stage.BackupBucket}/migrations/bench/" }),
        };

    private static byte[] StartCall()
    {
        var audio = new JsonObject
        {
            ["StreamARN"] = "arn:aws:kinesisvideo:us-east-1:123456789012:stream/bench-connect-contact/1700000000000",
            ["StartFragmentNumber"] = "91343852333181432392682062622220590765191907586",
            ["StartTimestamp"] = "1700000000000",
        };
        var data = new JsonObject
        {
            ["ContactId"] = ContactId.New().ToString(),
            ["Channel"] = "VOICE",
            ["MediaStreams"] = new JsonObject { ["Customer"] = new JsonObject { ["Audio"] = audio } },
        };
        return Text(
            new JsonObject
            {
                ["Name"] = "ContactFlowEvent",
                ["Details"] = new JsonObject { ["ContactData"] = data, ["Parameters"] = new JsonObject() },
            }
        );
    }

    private byte[] NextPrompt()
    {
        var folder = stage.BeginCall();
        stage.Put(
            folder,
            CallFile.Playlist,
            new Playlist(1, [new Prompt(1, "prompts/g1-0001.wav", 900)], 0, FlowStep.Wait)
        );
        return AskForNext(folder.ContactId);
    }

    /// <summary>What the contact flow's loop sends.</summary>
    public static byte[] AskForNext(ContactId contact)
    {
        var data = new JsonObject { ["ContactId"] = contact.ToString(), ["Channel"] = "VOICE" };
        return Text(
            new JsonObject
            {
                ["Name"] = "ContactFlowEvent",
                ["Details"] = new JsonObject { ["ContactData"] = data, ["Parameters"] = new JsonObject() },
            }
        );
    }

    private byte[] Launch()
    {
        var folder = stage.BeginCall();
        return Folder(folder, ("taskToken", "a-token"));
    }

    private byte[] RecordOutcome()
    {
        var folder = stage.BeginCall();
        var outcome = new JsonObject { ["ending"] = "callerHungUp", ["next"] = "end" };
        return Text(new JsonObject { ["folder"] = folder.ToString(), ["outcome"] = outcome });
    }

    private byte[] BridgeStopped()
    {
        var folder = stage.BeginCall();
        stage.Put(folder, CallFile.Launch, new LaunchTicket(1, "a-token"));
        var environment = new JsonArray(
            new JsonObject { ["name"] = "CALL_FOLDER", ["value"] = folder.ToString() },
            new JsonObject { ["name"] = "BRIDGE_GENERATION", ["value"] = "1" }
        );
        var overrides = new JsonObject
        {
            ["containerOverrides"] = new JsonArray(
                new JsonObject { ["name"] = "bridge", ["environment"] = environment }
            ),
        };
        var detail = new JsonObject
        {
            ["taskArn"] = "arn:aws:ecs:us-east-1:123456789012:task/nova-sonic-ecs-cluster/bench",
            ["lastStatus"] = "STOPPED",
            ["stopCode"] = "EssentialContainerExited",
            ["stoppedReason"] = "Essential container in task exited",
            ["overrides"] = overrides,
        };
        return Text(
            new JsonObject
            {
                ["source"] = "aws.ecs",
                ["detail-type"] = "ECS Task State Change",
                ["detail"] = detail,
            }
        );
    }

    private static byte[] Folder(CallFolder folder, params (string Name, string Value)[] more)
    {
        var input = new JsonObject { ["folder"] = folder.ToString() };
        foreach (var (name, value) in more)
        {
            input[name] = value;
        }

        return Text(input);
    }

    private static byte[] Text(JsonObject input) =>
        Encoding.UTF8.GetBytes(input.ToJsonString(JsonSerializerOptions.Default));
}
