using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.StepFunctions.Data;
using SonicBridge.Local.StepFunctions.Integrations;
using SonicBridge.Local.StepFunctions.Language;

namespace SonicBridge.Local.StepFunctions.Running;

/// <summary>The state machines of the local account and all executions of them.</summary>
public sealed class StateMachines
{
    private readonly ConcurrentDictionary<string, StateMachine> _machines = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Execution> _executions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Channel<StateChange>, bool> _watchers = new();
    private readonly List<ITaskIntegration> _integrations;
    private readonly TimeProvider _time;
    private readonly TimeProvider _pauses;
    private readonly Random _random;
    private readonly Lock _gate = new();

    /// <param name="integrations">What Task states may call, besides executions of other machines.</param>
    /// <param name="time">The clock of all waits, timeouts and retries.</param>
    /// <param name="random">Where jitter, tokens and UUIDs come from; one with a seed makes them repeatable.</param>
    /// <param name="pauses">The clock of waits and of the time between tries, where that is another one.</param>
    public StateMachines(
        IEnumerable<ITaskIntegration> integrations,
        TimeProvider time,
        Random random,
        TimeProvider? pauses = null
    )
    {
        (_time, _pauses, _random) = (time, pauses ?? time, random);
        _integrations = [.. integrations, new NestedExecutionIntegration(this)];
        Tokens = new TaskTokens(random);
    }

    /// <summary>The tokens by which tasks report.</summary>
    public TaskTokens Tokens { get; }

    public IReadOnlyCollection<StateMachine> Machines => [.. _machines.Values];

    public IReadOnlyCollection<Execution> Executions => [.. _executions.Values];

    /// <summary>Makes a state machine of a definition in which <c>${Name}</c> stands for values.</summary>
    /// <exception cref="DefinitionRefusedException">The definition is wrong, or asks for something unknown.</exception>
    public StateMachine Load(string name, string definition, IReadOnlyDictionary<string, string> substitutions) =>
        Create(name, Substitutions.Apply(definition, substitutions), Arns.Role(name));

    /// <summary>Makes a state machine; the same one again is no error.</summary>
    /// <exception cref="AwsException">Another one has this name, or the name is not one.</exception>
    /// <exception cref="DefinitionRefusedException">The definition is wrong, or asks for something unknown.</exception>
    public StateMachine Create(string name, string definition, string roleArn)
    {
        ExecutionNames.Check(name);
        var arn = Arns.StateMachine(name);
        var read = Read(definition);
        var made = new StateMachine(arn, name, definition, read, roleArn, _time.GetUtcNow());
        var known = _machines.GetOrAdd(arn, made);
        return known.Text == definition && known.RoleArn == roleArn
            ? known
            : throw new AwsException("StateMachineAlreadyExists", $"State Machine Already Exists: '{arn}'");
    }

    /// <summary>Changes a machine for the executions to come; those that run keep what they began with.</summary>
    public StateMachine Update(string arn, string? definition, string? roleArn)
    {
        var read = definition is null ? null : Read(definition);
        lock (_gate)
        {
            var machine = Find(arn);
            return _machines[arn] = machine with
            {
                Text = definition ?? machine.Text,
                Definition = read ?? machine.Definition,
                RoleArn = roleArn ?? machine.RoleArn,
                UpdateDate = _time.GetUtcNow(),
                RevisionId = Guid.NewGuid().ToString("D"),
            };
        }
    }

    public void Delete(string arn) => _machines.TryRemove(arn, out _);

    /// <exception cref="AwsException">StateMachineDoesNotExist.</exception>
    public StateMachine Find(string arn) =>
        _machines.GetValueOrDefault(arn)
        ?? throw new AwsException("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{arn}'");

    /// <exception cref="AwsException">ExecutionDoesNotExist.</exception>
    public Execution FindExecution(string arn) =>
        _executions.GetValueOrDefault(arn)
        ?? throw new AwsException("ExecutionDoesNotExist", $"Execution Does Not Exist: '{arn}'");

    /// <summary>Starts an execution; by the same name and input as one that still runs, answers that one.</summary>
    /// <param name="name">Null for a name of chance.</param>
    /// <param name="input">JSON.</param>
    /// <exception cref="AwsException">The name is taken or not one, the input is not JSON or too large.</exception>
    public Execution Start(string machineArn, string? name, string input)
    {
        name ??= Guid.NewGuid().ToString("D");
        ExecutionNames.Check(name);
        var machine = Find(machineArn);
        CheckInput(input);
        var arn = Arns.Execution(machine.Name, name);
        Execution execution;
        lock (_gate)
        {
            if (_executions.TryGetValue(arn, out var known))
            {
                return known.Status == ExecutionStatus.Running && known.Input == input
                    ? known
                    : throw new AwsException("ExecutionAlreadyExists", $"Execution Already Exists: '{arn}'");
            }

            execution = _executions[arn] = new Execution(machine, arn, name, input, _time, Tell);
        }

        _ = new ExecutionRunner(new RunServices(execution, _time, _pauses, _random, Tokens, _integrations)).RunAsync();
        return execution;
    }

    /// <summary>Stops an execution; one that is over stays as it ended.</summary>
    public Execution Stop(string arn, string? error, string? cause)
    {
        var execution = FindExecution(arn);
        execution.Abort(error, cause);
        return execution;
    }

    /// <summary>Every change of every state from now on, until cancelled.</summary>
    public IAsyncEnumerable<StateChange> WatchAsync(CancellationToken cancellationToken)
    {
        // Unbounded, since an execution must not wait for a view; its history's limit bounds what it can tell.
        var channel = Channel.CreateUnbounded<StateChange>();
        _watchers[channel] = true;
        cancellationToken.Register(() =>
        {
            _watchers.TryRemove(channel, out _);
            channel.Writer.TryComplete();
        });
        return channel.Reader.ReadAllAsync(CancellationToken.None);
    }

    private void Tell(StateChange change)
    {
        foreach (var watcher in _watchers.Keys)
        {
            watcher.Writer.TryWrite(change);
        }
    }

    private StateMachineDefinition Read(string definition) => new DefinitionReader(_integrations).Read(definition);

    private static void CheckInput(string input)
    {
        try
        {
            JsonText.Parse(input);
        }
        catch (JsonException e)
        {
            throw new AwsException("InvalidExecutionInput", $"Invalid State Machine Execution Input: '{e.Message}'");
        }

        if (Encoding.UTF8.GetByteCount(input) > JsonText.SizeLimit)
        {
            throw new AwsException(
                "InvalidExecutionInput",
                $"Invalid State Machine Execution Input: it measures more than {JsonText.SizeLimit} bytes."
            );
        }
    }
}
