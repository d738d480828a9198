namespace AllianceBot.Cards;

internal static partial class CardSchema
{
    /// <summary>
    /// The elements and properties that cards here may use, and what may stand in each. One type per line: name, the type it is like, properties.
    /// "+" marks what came after 1.5 and so needs a fallback; "!" a property that must be there.
    /// Kinds: markdown, line (plain text), input, words (ours only, as renderers read them as markdown), own (structure), data, address, flag, number,
    /// a|b|c (one of these), {T} an object, [T] a list; element, action and inline stand for every type of that family.
    /// </summary>
    private const string Table = """
        Base             : : type!=own id=own fallback=fallback lang=own
        Element          : Base : isVisible=flag separator=flag spacing=default|none|extraSmall|small|medium|large|extraLarge|padding height=auto|stretch targetWidth=width
        Action           : Base : title!=line tooltip=line style=default|positive|destructive mode=primary|secondary isEnabled=flag iconUrl=address
        Input            : Element : label!=line labelPosition=inline|above isRequired=flag errorMessage=words

        AdaptiveCard     : : type!=AdaptiveCard $schema=http://adaptivecards.io/schemas/adaptive-card.json version!=1.5 lang=own rtl=flag fallbackText=words body!=[element] actions=[action] refresh={Refresh} msteams={Client} verticalContentAlignment=top|center|bottom
        Refresh          : : action!={Action.Execute} userIds=data
        Client           : : width=full entities=data

        TextBlock        : Element : text!=markdown wrap!=flag size=default|small|medium|large|extraLarge weight=default|lighter|bolder color=default|dark|light|accent|good|warning|attention isSubtle=flag maxLines=number style=default|heading fontType=default|monospace horizontalAlignment=left|center|right
        RichTextBlock    : Element : inlines!=[inline] horizontalAlignment=left|center|right
        TextRun          : : type!=TextRun text!=line size=default|small|medium|large|extraLarge weight=default|lighter|bolder color=default|dark|light|accent|good|warning|attention isSubtle=flag italic=flag strikethrough=flag underline=flag highlight=flag fontType=default|monospace selectAction=action
        FactSet          : Element : facts!=[Fact]
        Fact             : : title!=markdown value!=markdown
        Image            : Element : url!=address altText!=line size=auto|stretch|small|medium|large style=default|person|roundedCorners horizontalAlignment=left|center|right width=own selectAction=action
        Container        : Element : items!=[element] style=default|emphasis|good|attention|warning|accent bleed=flag rtl=flag minHeight=own selectAction=action verticalContentAlignment=top|center|bottom roundedCorners=flag showBorder=flag layouts=[layout]
        ColumnSet        : Element : columns!=[Column] style=default|emphasis|good|attention|warning|accent bleed=flag selectAction=action horizontalAlignment=left|center|right
        Column           : Element : type=Column items!=[element] width=own style=default|emphasis|good|attention|warning|accent bleed=flag rtl=flag minHeight=own selectAction=action verticalContentAlignment=top|center|bottom
        ActionSet        : Element : actions!=[action] horizontalAlignment=left|center|right
        Table            : Element : columns!=[TableColumn] rows!=[TableRow] firstRowAsHeaders=flag showGridLines=flag gridStyle=default|emphasis|good|attention|warning|accent horizontalCellContentAlignment=left|center|right verticalCellContentAlignment=top|center|bottom
        TableColumn      : : width!=number horizontalCellContentAlignment=left|center|right verticalCellContentAlignment=top|center|bottom
        TableRow         : : type!=TableRow cells!=[TableCell] style=default|emphasis|good|attention|warning|accent horizontalCellContentAlignment=left|center|right verticalCellContentAlignment=top|center|bottom
        TableCell        : : type!=TableCell items!=[element] style=default|emphasis|good|attention|warning|accent bleed=flag rtl=flag minHeight=own selectAction=action verticalContentAlignment=top|center|bottom

        Input.Text       : Input : isMultiline=flag maxLength=number placeholder=line regex=own style=text|tel|url|email value=input
        Input.Number     : Input : min=number max=number placeholder=line value=number
        Input.Date       : Input : min=own max=own placeholder=line value=own
        Input.Time       : Input : min=own max=own placeholder=line value=own
        Input.Toggle     : Input : title!=line value=data valueOn=data valueOff=data wrap=flag
        Input.ChoiceSet  : Input : choices!=[Choice] isMultiSelect=flag style=compact|expanded|filtered value=data placeholder=line wrap=flag
        Choice           : : title!=line value!=data

        Action.Execute   : Action : verb!=own data=data associatedInputs=auto|none
        Action.Submit    : Action : data=data associatedInputs=auto|none
        Action.OpenUrl   : Action : url!=address
        Action.ShowCard  : Action : card!={ShownCard}
        ShownCard        : AdaptiveCard : version=1.5
        Action.ToggleVisibility : Action : targetElements!=[Target]
        Target           : : elementId!=own isVisible=flag
        +Action.ResetInputs : Action : targetInputIds=data

        +Layout.Flow     : : type!=Layout.Flow targetWidth=width horizontalItemsAlignment=left|center|right columnSpacing=default|none|extraSmall|small|medium|large|extraLarge|padding rowSpacing=default|none|extraSmall|small|medium|large|extraLarge|padding itemWidth=own minItemWidth=own maxItemWidth=own
        +Layout.Stack    : : type!=Layout.Stack targetWidth=width

        +Badge           : Element : text!=line icon=own size=medium|large|extraLarge style=default|subtle|informative|accent|good|attention|warning appearance=filled|tint shape=square|rounded|circular tooltip=line horizontalAlignment=left|center|right
        +Icon            : Element : name!=own size=xxSmall|xSmall|small|standard|medium|large|xLarge|xxLarge style=regular|filled color=default|dark|light|accent|good|warning|attention horizontalAlignment=left|center|right selectAction=action
        +ProgressBar     : Element : value=number max=number color=accent|good|warning|attention horizontalAlignment=left|center|right
        +ProgressRing    : Element : label=line labelPosition=before|after|above|below size=tiny|small|medium|large horizontalAlignment=left|center|right
        +CompoundButton  : Element : title!=line description=line badge=line icon={ButtonIcon} selectAction=action
        ButtonIcon       : : name!=own

        Chart            : Element : title=line showTitle=flag colorSet=categorical|sequential|sequentialred|sequentialgreen|sequentialyellow|diverging maxWidth=own showLegend=flag
        +Chart.Donut     : Chart : data!=[Share] value=line valueColor=own thickness=thin|thick showOutlines=flag
        +Chart.Pie       : Chart : data!=[Share] showOutlines=flag
        Share            : : legend!=line value!=number color=own
        +Chart.VerticalBar : Chart : data!=[Bar] color=own showBarValues=flag yMin=number yMax=number xAxisTitle=line yAxisTitle=line
        +Chart.HorizontalBar : Chart : data!=[Bar] color=own displayMode=absoluteWithAxis|absoluteNoAxis|partToWhole xAxisTitle=line yAxisTitle=line
        Bar              : : x!=line y!=number color=own
        +Chart.VerticalBar.Grouped : Chart : data!=[Series] color=own stacked=flag showBarValues=flag yMin=number yMax=number xAxisTitle=line yAxisTitle=line
        +Chart.Line      : Chart : data!=[Series] color=own yMin=number yMax=number xAxisTitle=line yAxisTitle=line
        Series           : : legend!=line values!=[Point] color=own
        Point            : : x!=line y!=number
        +Chart.HorizontalBar.Stacked : Chart : data!=[Stack] color=own xAxisTitle=line yAxisTitle=line
        Stack            : : title!=line data!=[Share]
        +Chart.Gauge     : Chart : value!=number min=number max=number subLabel=line segments=[Segment] valueFormat=percentage|fraction showMinMax=flag showNeedle=flag
        Segment          : : size!=number legend!=line color=own
        """;
}
