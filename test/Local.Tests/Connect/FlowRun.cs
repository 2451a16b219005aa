using System.Text;
using Microsoft.Extensions.Time.Testing;
using SonicBridge.Local.Connect;
using SonicBridge.Local.Lambda;

namespace SonicBridge.Local.Tests.Connect;

/// <summary>A flow with a caller on the line and scripted Lambdas, in virtual time.</summary>
internal sealed class FlowRun : ICallerLine, IPromptSource, ILambdaInvoker, IDisposable
{
    private readonly CancellationTokenSource _hungUp = new();
    private readonly Dictionary<string, Func<Task<InvocationResult>>> _functions = new(StringComparer.Ordinal);

    public FakeTimeProvider Time { get; } = new();

    public Contact Contact { get; } = new();

    public List<string> Steps { get; } = [];

    public List<string> Heard { get; } = [];

    public List<string> Invoked { get; } = [];

    public bool Streaming { get; private set; }

    /// <summary>What DistributeByPercentage draws, from 1 to 100.</summary>
    public int Drawn { get; set; } = 1;

    /// <summary>The modules that a flow can invoke, by their ids.</summary>
    public Dictionary<string, ContactFlow> Modules { get; } = new(StringComparer.Ordinal);

    public CancellationToken HungUp => _hungUp.Token;

    public FlowRun Function(string name, Func<string> answer) =>
        Function(name, () => Task.FromResult(new InvocationResult(Encoding.UTF8.GetBytes(answer()), null)));

    public FlowRun Function(string name, Func<Task<InvocationResult>> answer)
    {
        _functions[name] = answer;
        return this;
    }

    public Task<FlowEnding> Run(ContactFlow flow) =>
        new FlowInterpreter(flow, this, this, Time, step => Steps.Add(step.Identifier))
        {
            Draw = () => Drawn,
            FindModule = id => Modules.GetValueOrDefault(id),
        }.RunAsync(Contact, this, TestContext.Current.CancellationToken);

    public void HangUp() => _hungUp.Cancel();

    public MediaStream StartStreaming(Contact contact)
    {
        Streaming = true;
        return new MediaStream(
            "arn:aws:kinesisvideo:us-east-1:000000000000:stream/s/1",
            "91343852333181432392682062",
            1
        );
    }

    public void StopStreaming() => Streaming = false;

    public Task HearAsync(SpokenPrompt prompt, CancellationToken cancellationToken)
    {
        Heard.Add(prompt.Source);
        return Task.CompletedTask;
    }

    public SpokenPrompt? Fetch(Uri address) =>
        address.Host.StartsWith("missing", StringComparison.Ordinal)
            ? null
            : new SpokenPrompt(address.AbsolutePath, new short[80]);

    public SpokenPrompt Speak(string text) => new(text, new short[80]);

    public async Task<InvocationResult> InvokeAsync(
        string function,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken
    )
    {
        Invoked.Add(Encoding.UTF8.GetString(payload.Span));
        return await _functions[function]().WaitAsync(cancellationToken);
    }

    public void Dispose() => _hungUp.Dispose();
}
