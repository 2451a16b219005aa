using Amazon;
using Amazon.Lambda.TestUtilities;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using SonicBridge.Bridge.Conversation;
using SonicBridge.Bridge.Playback;
using SonicBridge.Contracts;
using SonicBridge.Steps.Call;
using SonicBridge.Testing;

namespace SonicBridge.Bridge.Tests.Playback;

/// <summary>
/// The agent's voice from the bridge that speaks to the flow that plays: what the one lists, next-prompt's own watch hands
/// out. All that is spoken is noise, so that each prompt is found again where it was spoken, and nowhere else.
/// </summary>
internal sealed class AHandedOutVoice : IAsyncDisposable
{
    private const int BytesOfPiece = 1600;

    private readonly InMemoryS3 _s3 = new();
    private readonly LivingExecution _executions = new();
    private readonly CallFolder _folder = new("calls-bucket", ContactId.New());
    private readonly Random _noise;
    private readonly List<byte> _spoken = [];
    private readonly List<(int From, int Through)> _heard = [];
    private readonly List<AgentVoice> _gone = [];
    private AgentVoice _voice = null!;
    private int _generation;
    private int _from;
    private int _mayBeHeardFrom;

    private AHandedOutVoice(int seed) => _noise = new Random(seed);

    public static async Task<AHandedOutVoice> BeginAsync(int seed)
    {
        var call = new AHandedOutVoice(seed);
        await call.RelaunchAsync();
        return call;
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The agent speaks, 100 ms a piece.</summary>
    public async Task SpeakAsync(int pieces)
    {
        for (var i = 0; i < pieces; i++)
        {
            var pcm = Piece();
            _spoken.AddRange(ACallFolder.Encoded(pcm));
            await _voice.SpeakAsync(pcm, Token);
        }
    }

    public async Task EndTurnAsync() => await _voice.EndTurnAsync(Token);

    public async Task SayAsync() => await _voice.SayAsync("One moment.", Token);

    /// <summary>The caller speaks over the agent: from now on nothing of what was spoken may be handed out.</summary>
    public async Task InterruptAsync()
    {
        await _voice.InterruptAsync(Token);
        _mayBeHeardFrom = _spoken.Count;
    }

    /// <summary>Another bridge takes the call over; the one before does not know it yet.</summary>
    public async Task RelaunchAsync()
    {
        if (_voice is not null)
        {
            _gone.Add(_voice);
        }

        _voice = await AgentVoice.OpenAsync(
            _s3,
            _folder,
            ++_generation,
            new AgentVoiceOptions(),
            TimeProvider.System,
            Token
        );
        _from = _spoken.Count;
    }

    /// <summary>A bridge that was given up wakes, and speaks on.</summary>
    public async Task WakeZombieAsync()
    {
        if (_gone is not [.., var zombie])
        {
            return;
        }

        try
        {
            for (var i = 0; i < 30; i++)
            {
                await zombie.SpeakAsync(Piece(), Token);
            }

            await zombie.InterruptAsync(Token);
            await zombie.FinishAsync(CallEnding.Failed, FlowStep.Transfer, null, Token);
            throw new InvalidOperationException("A bridge that was given up can still write the playlist.");
        }
        catch (SupersededException)
        {
            // As it should.
        }
    }

    /// <summary>The flow asks, more than once at a time when Connect has lost an answer.</summary>
    /// <returns>What the flow is to do in the end.</returns>
    public async Task<FlowStep> AskAsync(int askers = 1)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, askers).Select(_ => Task.Run(AskOnceAsync, Token)));
        var files = answers.Select(answer => answer.Prompt).OfType<string>().ToList();
        files.ShouldBeUnique();
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            await HearAsync(file);
        }

        return answers[0].Action;
    }

    /// <summary>The agent says goodbye, and the flow plays all that is left.</summary>
    public async Task FinishAsync()
    {
        await _voice.FinishAsync(CallEnding.AgentEnded, FlowStep.End, null, Token);
        while (await AskAsync() is not FlowStep.End) { }

        // What this bridge takes for unheard is exactly what was not handed out of what it spoke.
        var unheard = (await _voice.UnheardAsync(false, Token)).Sum(range => range.Length);
        var heard = _heard.Where(range => range.From >= _from).Sum(range => range.Through - range.From);
        (heard + unheard).ShouldBe(_spoken.Count - _from);
        if (_mayBeHeardFrom <= _from)
        {
            unheard.ShouldBe(0);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var voice in _gone.Append(_voice))
        {
            await voice.DisposeAsync();
        }

        _executions.Dispose();
        _s3.Dispose();
    }

    private byte[] Piece()
    {
        var pcm = new byte[BytesOfPiece];
        for (var i = 0; i < pcm.Length; i += 2)
        {
            BitConverter.TryWriteBytes(pcm.AsSpan(i), (short)_noise.Next(-8000, 8000));
        }

        return pcm;
    }

    private Task<NextPromptAnswer> AskOnceAsync()
    {
        var execution = new CallExecution(
            _executions,
            "arn:aws:states:us-east-1:111122223333:stateMachine:call",
            _folder.ContactId,
            new TestLambdaLogger()
        );
        var watch = new CallWatch(new CallStore(_s3, _folder), execution, static file => file, TimeProvider.System);
        return watch.NextAsync(TimeSpan.Zero, Token);
    }

    // Each stretch of the voice once, in order, and none that was spoken before the caller spoke over it.
    private async Task HearAsync(string file)
    {
        using var answer = await _s3.GetObjectAsync(_folder.Bucket, _folder.KeyOf(file), Token);
        using var body = new MemoryStream();
        await answer.ResponseStream.CopyToAsync(body, Token);
        var wav = body.ToArray();
        var samples = wav.AsSpan(WavFile.HeaderLength, BitConverter.ToInt32(wav, WavFile.HeaderLength - 4));
        var from = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_spoken).IndexOf(samples);
        from.ShouldBeGreaterThanOrEqualTo(_heard is [.., var last] ? last.Through : 0, $"{file} was heard before");
        from.ShouldBeGreaterThanOrEqualTo(_mayBeHeardFrom, $"the caller had spoken over {file}");
        _heard.Add((from, from + samples.Length));
    }

    /// <summary>Step Functions, where each call's execution lives.</summary>
    private sealed class LivingExecution()
        : AmazonStepFunctionsClient(new BasicAWSCredentials("nobody", "nothing"), RegionEndpoint.USEast1)
    {
        public override Task<DescribeExecutionResponse> DescribeExecutionAsync(
            DescribeExecutionRequest request,
            CancellationToken cancellationToken = default
        ) => Task.FromResult(new DescribeExecutionResponse { Status = ExecutionStatus.RUNNING });
    }
}
