using SonicBridge.Bench.Calls;
using SonicBridge.Bench.Polls;

namespace SonicBridge.Bench.Cost;

/// <summary>What so many calls at once ask of each quota on their way.</summary>
internal sealed class ScalePlan(int calls, CostModel model, Scoreboard scores, PollPoint poll)
{
    // As the bridge has them: CallLimits.Heartbeat and CallLimits.Disconnect.
    private const double HeartbeatSeconds = 5;
    private const double DisconnectLookSeconds = 2;

    // KVS ends a GetMedia connection after 45 minutes; a call of five opens one, and asks for the endpoint once.
    private const double ConnectionsOfCall = 1;

    // From the alarm's minute to a registered instance.
    private const double ProvisioningSeconds = 180;

    public int Calls => calls;

    /// <summary>Calls that begin in a second.</summary>
    public double Starts => calls / (model.Usage.CallMinutes * 60);

    private double Waiting => calls * model.Usage.Waiting;

    /// <summary>What is needed of a quota, and why.</summary>
    public (double Need, string Why) Of(string quota) =>
        quota switch
        {
            "connect-calls" => (calls, "each call is one"),
            "kvs-streams" => (calls, "Connect takes a stream for each call at once, and keeps it"),
            "kvs-create" => (Starts, "only until there is a stream for each: calls that begin in a second"),
            "kvs-endpoint" => (Starts * ConnectionsOfCall, "one for each bridge that starts"),
            "kvs-media" => (1, "one for each bridge; two while one takes over from another"),
            "states-start" => (Starts, "one for each call"),
            "states-transitions" => (
                Starts * model.Deployment.Transitions,
                $"{model.Deployment.Transitions} for each call"
            ),
            "states-open" => (calls, "one for each call at once"),
            "states-heartbeat" => (calls / HeartbeatSeconds, "one each 5 s of each call (`HEARTBEAT_SECONDS`)"),
            "states-describe" => (
                Starts + (poll.Describes * Waiting),
                "next-prompt asks at the end of a hold before the first prompt, once for each call, and whenever nothing came for 15 s"
            ),
            "lambda-concurrency" => (Waiting, "callers who wait, one invocation each"),
            "lambda-scaling" => (Starts * 2, "calls that begin in a second, at call-start and next-prompt"),
            "ecs-run" => (Starts, "one RunTask for each call"),
            "ecs-provisioning" => (
                Starts * ProvisioningSeconds,
                "tasks that wait for an instance: only when the spare room is used up; so long as a new one takes"
            ),
            "kms-symmetric" => (
                Starts * model.Usage.CallMinutes,
                "buckets have keys of their own (`BucketKeyEnabled`): not one for each object"
            ),
            "events-invocations" => (Starts * 2, "the end of the contact and of the task, for each call"),
            "ecs-instances" => (model.Instances(calls, model.PerInstance), $"{model.PerInstance} calls on each"),
            "ec2-vcpu" => (model.Instances(calls, model.PerInstance) * model.Usage.Vcpus, "of 2 vCPUs each"),
            "ec2-ports" => (model.PerInstance + 1, "a bridge publishes its health's port; and the standby's"),
            "bedrock-sessions" => (calls, "one stream for each call; two while a session is renewed"),
            "s3-get" => (
                (poll.Gets * Waiting) + (calls * (scores.Median(Figure.Gets, scores.Ours) ?? 0) / 60),
                $"next-prompt's looks, and each bridge's: {1 / DisconnectLookSeconds:0.#} a second for disconnected.json among them"
            ),
            "s3-put" => (
                (poll.Puts * Waiting) + (calls * (scores.Median(Figure.Puts, scores.Ours) ?? 0) / 60),
                "prompts, playlists and checkpoints; progress"
            ),
            _ => throw new InvalidDataException($"Nothing is known of the quota '{quota}'."),
        };
}
