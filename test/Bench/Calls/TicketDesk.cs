using System.Collections.Concurrent;
using System.Text.Json;
using SonicBridge.Contracts;
using SonicBridge.Local.Lambda;
using SonicBridge.Local.S3;
using SonicBridge.Local.StepFunctions.Integrations;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Bench.Calls;

/// <summary>Does launch-bridge's paperwork: an execution that waits for each call's end, and its token in launch.json.</summary>
internal sealed class TicketDesk : ILambdaInvoker
{
    private const string Machine = """
        {
          "StartAt": "Launch",
          "States": {
            "Launch": {
              "Type": "Task",
              "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
              "Parameters": {
                "FunctionName": "ticket-desk",
                "Payload": { "contactId.$": "$$.Execution.Name", "taskToken.$": "$$.Task.Token" }
              },
              "TimeoutSeconds": 86400,
              "End": true
            }
          }
        }
        """;

    private readonly S3Store _store;
    private readonly string _bucket;
    private readonly StateMachines _machines;
    private readonly StateMachine _machine;
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _written = new();

    public TicketDesk(S3Store store, string bucket, TimeProvider time)
    {
        (_store, _bucket) = (store, bucket);
        _machines = new StateMachines([new LambdaIntegration(this)], time, Random.Shared);
        _machine = _machines.Load("call", Machine, new Dictionary<string, string>());
    }

    /// <summary>The machines that take the bridges' reports.</summary>
    public StateMachines Machines => _machines;

    /// <summary>Starts a call's execution; completes when launch.json is there.</summary>
    public async Task<Execution> OpenAsync(ContactId contact)
    {
        var written = _written[contact.ToString()] = new TaskCompletionSource(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        var execution = _machines.Start(_machine.Arn, contact.ToString(), "{}");
        await written.Task;
        return execution;
    }

    /// <inheritdoc/>
    public Task<InvocationResult> InvokeAsync(
        string function,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken
    )
    {
        using var asked = JsonDocument.Parse(payload);
        var contact = asked.RootElement.GetProperty("contactId").GetString()!;
        var token = asked.RootElement.GetProperty("taskToken").GetString()!;
        var ticket = JsonSerializer.SerializeToUtf8Bytes(new LaunchTicket(1, token), CallFile.Launch.Shape);
        var folder = new CallFolder(_bucket, ContactId.Parse(contact));
        _store.Put(_bucket, folder.KeyOf(CallFile.Launch.Name), ticket, "application/json");
        _written[contact].SetResult();
        return Task.FromResult(new InvocationResult("{}"u8.ToArray(), null));
    }
}
