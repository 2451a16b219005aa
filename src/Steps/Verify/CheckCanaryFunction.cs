using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using Amazon.S3.Model;
using SonicBridge.Contracts;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Verify;

/// <summary>
/// <c>check-canary</c>: the synthetic call was answered when there is a prompt of the agent's with sound in it, where the
/// contact flow would take it from.
/// </summary>
public sealed class CheckCanaryFunction
{
    private const string Check = "check-canary";

    private readonly IAmazonS3 _s3;
    private readonly string? _callBucket;

    public CheckCanaryFunction()
        : this(new AmazonS3Client(), Setting.Optional("CALL_BUCKET")) { }

    internal CheckCanaryFunction(IAmazonS3 s3, string? callBucket)
    {
        _s3 = s3;
        _callBucket = callBucket;
    }

    /// <exception cref="NotReadyYet">The agent has not answered yet.</exception>
    /// <exception cref="MigrationRefused">The call is over without an answer, or the answer is silence.</exception>
    [LambdaFunction(
        ResourceName = nameof(CheckCanaryFunction),
        Timeout = 30,
        MemorySize = 256,
        Role = "@CheckCanaryRole"
    )]
    public Task<StepDone> CheckCanary(CanaryRequest request, ILambdaContext context)
    {
        var folder = MigrationFolder.Parse(request.Folder);
        var contact = ContactId.Parse(request.ContactId ?? "");
        return NotedCheck.MakeAsync(new MigrationStore(_s3, folder), Check, () => ProveAsync(contact));
    }

    private async Task<string> ProveAsync(ContactId contact)
    {
        var call = new CallStore(_s3, new CallFolder(Setting.Required(_callBucket, "CALL_BUCKET"), contact));
        // Read first: a call that is over by now has its whole playlist.
        var outcome = await call.ReadAsync(CallFile.Outcome, CancellationToken.None);
        var playlist = await call.ReadAsync(CallFile.Playlist, CancellationToken.None);
        if (outcome?.Value.Outcome is { Ending: CallEnding.Failed } failed)
        {
            throw new MigrationRefused($"{Named(contact)} failed: {failed.Detail ?? "no reason was recorded."}");
        }

        // What Connect itself says between them does not prove that the agent spoke.
        var prompts = (playlist?.Value.Prompts ?? []).Where(prompt => prompt.File is not null).ToList();
        if (prompts.Count > 0)
        {
            return await ListenAsync(call, prompts, outcome is not null);
        }

        if (outcome?.Value.Outcome is { } ended)
        {
            throw new MigrationRefused(
                $"{Named(contact)} ended ({ended.Ending}) without an answer of the agent. {ended.Detail} "
                    + $"Look at its folder {call.Folder} and at the bridge's log, stream prefix bridge/."
            );
        }

        throw new NotReadyYet(
            $"{Named(contact)} has no answer yet: look at its execution, named {contact}, and at the cluster's tasks."
        );
    }

    private async Task<string> ListenAsync(CallStore call, List<Prompt> prompts, bool isOver)
    {
        var contact = call.Folder.ContactId;
        foreach (var prompt in prompts)
        {
            try
            {
                var sound = MuLawSound.Read(await ReadAsync(call, prompt));
                if (Loudness.IsAudible(sound))
                {
                    return $"{Named(contact)} was answered: {prompt.File} holds {prompt.Milliseconds} ms of the agent's voice.";
                }
            }
            catch (InvalidDataException e)
            {
                throw new MigrationRefused(
                    $"{Named(contact)}: {call.Folder}{prompt.File} cannot be played: {e.Message}.",
                    e
                );
            }
        }

        // What was cut into prompts so far may be the breath before the first word.
        throw isOver
            ? new MigrationRefused(
                $"{Named(contact)} was answered by silence in {prompts.Count} prompts: listen to them in {call.Folder}."
            )
            : new NotReadyYet($"{Named(contact)} has {prompts.Count} prompts, and none can be heard yet.");
    }

    private async Task<byte[]> ReadAsync(CallStore call, Prompt prompt)
    {
        using var response = await _s3.GetObjectAsync(
            new GetObjectRequest { BucketName = call.Bucket, Key = call.KeyOf(prompt.File!) }
        );
        using var content = new MemoryStream();
        await response.ResponseStream.CopyToAsync(content);
        return content.ToArray();
    }

    private static string Named(ContactId contact) => $"The synthetic call {contact}";
}
