using Amazon.Runtime;

namespace Amazon.KinesisVideoMedia;

/// <summary>How a start is named.</summary>
public class StartSelectorType(string value) : ConstantClass(value)
{
    public static readonly StartSelectorType CONTINUATION_TOKEN = new("CONTINUATION_TOKEN");
    public static readonly StartSelectorType EARLIEST = new("EARLIEST");
    public static readonly StartSelectorType FRAGMENT_NUMBER = new("FRAGMENT_NUMBER");
    public static readonly StartSelectorType NOW = new("NOW");
    public static readonly StartSelectorType PRODUCER_TIMESTAMP = new("PRODUCER_TIMESTAMP");
    public static readonly StartSelectorType SERVER_TIMESTAMP = new("SERVER_TIMESTAMP");

    public static StartSelectorType FindValue(string value) => FindValue<StartSelectorType>(value);

    public static implicit operator StartSelectorType(string value) => FindValue(value);
}
