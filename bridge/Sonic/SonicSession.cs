using System.Buffers;
using Amazon.BedrockRuntime.Model;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Sonic;

/// <summary>
/// One stream to the model, in both directions: the caller's voice goes in, typed events come out. The order of what
/// goes in is that of Nova 2's user guide: session, prompt, system prompt, history, then one audio block that stays open to
/// the end.
/// </summary>
internal sealed class SonicSession : ISonicSession
{
    /// <summary>64 ms at 8 kHz, which is how Amazon Connect cuts: its blocks go as they come, longer ones are split.</summary>
    private const int LongestChunk = 1024;

    /// <summary>How long the model may take to accept a stream.</summary>
    private static readonly TimeSpan OpenPatience = TimeSpan.FromSeconds(10);

    /// <summary>Between two messages of a history: sent without a pause, some have been seen refused.</summary>
    private static readonly TimeSpan HistoryPace = TimeSpan.FromMilliseconds(10);

    private readonly SonicSettings _settings;
    private readonly Task<SonicSettings> _tuned;
    private readonly TimeProvider _time;
    private readonly InputQueue _input = new();
    private readonly CancellationTokenSource _abort = new();
    private readonly string _promptName = Guid.NewGuid().ToString();
    private readonly string _audioName = Guid.NewGuid().ToString();
    private readonly HalfBandUpsampler? _upsampler;
    private readonly ArrayBufferWriter<byte> _upsampled = new();
    private readonly Task _preamble;
    private readonly TaskCompletionSource _begun = new();
    private readonly Task<InvokeModelWithBidirectionalStreamResponse> _opening;
    private volatile bool _closing;
    private bool _aborted;

    private SonicSession(
        Func<Task<ModelAccess>> access,
        SonicSettings settings,
        Task<SonicSettings> tuned,
        TimeProvider time
    )
    {
        (_settings, _tuned, _time) = (settings, tuned, time);
        _upsampler = settings.InputHertz == SonicSettings.TelephoneHertz ? null : new HalfBandUpsampler();
        _preamble = WritePreambleAsync();
        _opening = OpenAsync(access);
    }

    /// <inheritdoc/>
    public DateTimeOffset? CredentialsEnd { get; private set; }

    /// <summary>Begins to open a stream. Whether the model takes it is known from <see cref="ReadAsync"/>.</summary>
    /// <param name="settings">By which the stream is opened, at once.</param>
    /// <param name="tuned">By which the model listens and speaks: with the call's own configuration; null for the same.</param>
    public static SonicSession Open(
        Func<Task<ModelAccess>> access,
        SonicSettings settings,
        TimeProvider time,
        Task<SonicSettings>? tuned = null
    ) => new(access, settings, tuned ?? Task.FromResult(settings), time);

    /// <inheritdoc/>
    public async Task BeginAsync(ConversationHistory history, CancellationToken cancellationToken)
    {
        await _preamble.WaitAsync(cancellationToken);
        foreach (var message in history.Messages)
        {
            await WriteTextAsync(RoleOf(message.Speaker), message.Text, interactive: false, cancellationToken);
            await Task.Delay(HistoryPace, _time, cancellationToken);
        }

        await _input.WriteAsync(
            json => SonicEventWriter.AudioStart(json, _promptName, _audioName, _settings.InputHertz),
            cancellationToken
        );
        _begun.TrySetResult();
    }

    /// <inheritdoc/>
    public async ValueTask<long> WriteAsync(ReadOnlySequence<byte> pcm, CancellationToken cancellationToken)
    {
        await _begun.Task;
        var taken = 0L;
        while (!pcm.IsEmpty && !_closing)
        {
            var chunk = pcm.Slice(0, Math.Min(pcm.Length, LongestChunk));
            var isTaken = await _input.WriteAsync(
                static (json, audio) =>
                    SonicEventWriter.AudioInput(json, audio.Session._promptName, audio.Session._audioName, audio.Pcm),
                (Session: this, Pcm: AtInputRate(chunk)),
                cancellationToken
            );
            if (!isTaken)
            {
                break;
            }

            taken += chunk.Length;
            pcm = pcm.Slice(chunk.End);
        }

        return taken;
    }

    /// <inheritdoc/>
    public Task<bool> SayAsync(string text, CancellationToken cancellationToken) =>
        WriteTextAsync(RoleOf(Speaker.Caller), text, interactive: true, cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> AnswerToolAsync(string toolUseId, string json, CancellationToken cancellationToken)
    {
        var name = Guid.NewGuid().ToString();
        await _input.WriteAsync(
            writer => SonicEventWriter.ToolStart(writer, _promptName, name, toolUseId),
            cancellationToken
        );
        await _input.WriteAsync(
            writer => SonicEventWriter.ToolResult(writer, _promptName, name, json),
            cancellationToken
        );
        return await _input.WriteAsync(
            writer => SonicEventWriter.ContentEnd(writer, _promptName, name),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public async Task<SonicEnd> ReadAsync(Func<SonicEvent, ValueTask> handle)
    {
        try
        {
            using var response = await OpenedAsync();
            return response.Value is { } opened
                ? await SonicOutput.ReadAsync(opened.Body, handle, () => _closing, _abort.Token)
                : response.End!;
        }
        finally
        {
            _input.Complete();
        }
    }

    /// <inheritdoc/>
    public byte[] TakeUnsent()
    {
        var unsent = new ArrayBufferWriter<byte>();
        _input.TakeBack(input =>
        {
            var pcm = UnsentVoice.In(input.Written, _settings.InputHertz);
            unsent.Write(pcm);
            return pcm.Length > 0;
        });
        return unsent.WrittenSpan.ToArray();
    }

    /// <inheritdoc/>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        await _preamble.WaitAsync(cancellationToken);
        if (_closing)
        {
            return;
        }

        _closing = true;
        if (_begun.Task.IsCompleted)
        {
            await _input.WriteAsync(
                json => SonicEventWriter.ContentEnd(json, _promptName, _audioName),
                cancellationToken
            );
        }

        await _input.WriteAsync(json => SonicEventWriter.PromptEnd(json, _promptName), cancellationToken);
        await _input.WriteAsync(SonicEventWriter.SessionEnd, cancellationToken);
        _input.Complete();
    }

    /// <inheritdoc/>
    public void Abort()
    {
        if (Interlocked.Exchange(ref _aborted, true))
        {
            return;
        }

        _closing = true;
        _begun.TrySetResult();
        _input.Complete();
        _abort.Cancel();
    }

    public void Dispose()
    {
        Abort();
        _abort.Dispose();
    }

    private async Task<InvokeModelWithBidirectionalStreamResponse> OpenAsync(Func<Task<ModelAccess>> access)
    {
        var (bedrock, credentialsEnd) = await access();
        CredentialsEnd = credentialsEnd;
        return await bedrock.InvokeModelWithBidirectionalStreamAsync(
            new InvokeModelWithBidirectionalStreamRequest
            {
                ModelId = _settings.ModelId,
                BodyPublisher = _input.NextAsync!,
            },
            _abort.Token
        );
    }

    private async Task WritePreambleAsync()
    {
        var none = CancellationToken.None;
        var tuned = await _tuned;
        await _input.WriteAsync(json => SonicEventWriter.SessionStart(json, tuned), none);
        await _input.WriteAsync(json => SonicEventWriter.PromptStart(json, _promptName, tuned), none);
        await WriteTextAsync("SYSTEM", tuned.SystemPrompt, interactive: false, none, TextPieces.System);
    }

    /// <returns>False when the input has ended.</returns>
    private async Task<bool> WriteTextAsync(
        string role,
        string text,
        bool interactive,
        CancellationToken cancellationToken,
        int longestPiece = TextPieces.Message
    )
    {
        var name = Guid.NewGuid().ToString();
        await _input.WriteAsync(
            json => SonicEventWriter.TextStart(json, _promptName, name, role, interactive),
            cancellationToken
        );
        for (var rest = text.AsMemory(); !rest.IsEmpty; )
        {
            var piece = rest[..TextPieces.NextLength(rest.Span, longestPiece)];
            rest = rest[piece.Length..];
            await _input.WriteAsync(
                json => SonicEventWriter.TextInput(json, _promptName, name, piece.Span),
                cancellationToken
            );
        }

        return await _input.WriteAsync(json => SonicEventWriter.ContentEnd(json, _promptName, name), cancellationToken);
    }

    private static string RoleOf(Speaker speaker) => speaker == Speaker.Caller ? "USER" : "ASSISTANT";

    private ReadOnlySequence<byte> AtInputRate(ReadOnlySequence<byte> pcm)
    {
        if (_upsampler is null)
        {
            return pcm;
        }

        _upsampled.ResetWrittenCount();
        _upsampler.Resample(pcm, _upsampled);
        return new ReadOnlySequence<byte>(_upsampled.WrittenMemory);
    }

    private async Task<Opened> OpenedAsync()
    {
        try
        {
            return new Opened(await _opening.WaitAsync(OpenPatience, _time), null);
        }
        catch (TimeoutException) when (!_opening.IsCompleted)
        {
            await _abort.CancelAsync();
            var detail = $"The model did not accept the stream within {OpenPatience.TotalSeconds:0} s.";
            return new Opened(null, new SonicEnd(SonicEndKind.Disconnected, detail));
        }
        catch (Exception e)
        {
            return new Opened(null, SonicEnds.Of(e, _closing));
        }
    }

    private sealed record Opened(InvokeModelWithBidirectionalStreamResponse? Value, SonicEnd? End) : IDisposable
    {
        public void Dispose() => Value?.Dispose();
    }
}
