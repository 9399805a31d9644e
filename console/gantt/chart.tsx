// The Gantt chart itself, drawn: fiscal quarters above, a row a system, plan over actual, signs, the law's band and what waits for what.
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Schedule } from '../../server/contract/planning/schedule.ts';
import { useWords } from '../words/language.tsx';
import { type Axis, placeOf, QUARTERS } from './axis.ts';
import { type Chosen, HEAD, type Laid, ROW, WAVE } from './layout.ts';
import { RowParts } from './row.tsx';
import { WIDTH, xOf } from './scale.ts';
import { Unsaid } from './unsaid.tsx';
import { ganttWords } from './words.ts';

interface Props {
  schedule: Schedule;
  laid: Laid;
  onOpen: (chosen: Chosen) => void;
}

export function Chart({ schedule, laid, onOpen }: Props) {
  const { t } = useWords(ganttWords);
  const { asOf, today } = schedule.setting;
  const todayX = xOf(placeOf(laid.axis, asOf ?? today));
  const box = useRef<SVGSVGElement>(null);
  const [at, setAt] = useState<[number, number]>([0, 0]);
  function go(event: KeyboardEvent) {
    const to = moved(laid, at, event.key);
    if (!to) return;
    event.preventDefault();
    setAt(to);
    box.current?.querySelector<SVGElement>(`[data-at="${to.join('/')}"]`)?.focus();
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset; its bars are the group
    <svg
      ref={box}
      className="gantt"
      viewBox={`0 0 ${WIDTH} ${laid.height + 6}`}
      role="group"
      aria-label={t('gantt.caption')}
      onKeyDown={go}
    >
      <defs>
        <pattern
          id="gantt-hatch"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="5" height="5" className="gantt-hatch-back" />
          <line x1="0" y1="0" x2="0" y2="5" className="gantt-hatch-line" />
        </pattern>
      </defs>
      <Quarters laid={laid} />
      <Bands laid={laid} />
      <Unsaid>
        {laid.waits.map(({ key, from, to, lane }) => (
          <path key={key} className="gantt-wait" d={elbow(from, to, lane)} />
        ))}
      </Unsaid>
      {laid.rows.map((row, index) => (
        <RowParts
          key={row.row.system}
          laid={row}
          axis={laid.axis}
          index={index}
          at={at}
          onOpen={onOpen}
          onAt={setAt}
        />
      ))}
      <Unsaid className="gantt-today">
        <line x1={todayX} x2={todayX} y1={HEAD - 8} y2={laid.height} />
        <text x={todayX + 3} y={HEAD - 1}>
          {t(asOf ? 'gantt.thatDay' : 'gantt.today')}
        </text>
      </Unsaid>
    </svg>
  );
}

/** Out of the gate, down in a lane of its own, and to the gate that is shut, with a head there. */
function elbow([fromX, fromY]: Point, [toX, toY]: Point, lane: number): string {
  const [x, end] = [xOf(fromX), xOf(toX)];
  const turn = x + 8 + lane * 4;
  const back = end < turn ? 4 : -4;
  return `M${x} ${fromY} H${turn} V${toY} H${end} l${back} -3 m${-back} 3 l${back} 3`;
}
type Point = [number, number];

/** The bar beside or the row beside; null where the key is no arrow or there is none. */
function moved({ rows }: Laid, [row, phase]: [number, number], key: string): [number, number] | null {
  const ways: Record<string, [number, number]> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
  };
  const by = ways[key];
  const there = by && rows[row + by[0]];
  if (!by || !there) return null;
  const next = Math.min(phase + by[1], there.phases.length - 1);
  return next < 0 ? null : [row + by[0], next];
}

function Quarters({ laid: { axis, height } }: { laid: Laid }) {
  return (
    <Unsaid>
      {axis.years.map((year) => (
        <FiscalYear key={year} year={year} axis={axis} height={height} />
      ))}
      <line x1={WIDTH} x2={WIDTH} y1={0} y2={height} className="gantt-line year" />
    </Unsaid>
  );
}

function FiscalYear({ year, axis, height }: { year: number; axis: Axis; height: number }) {
  const { t, fiscalYear } = useWords(ganttWords);
  const x = xOf(placeOf(axis, `${year}-04-01`));
  const width = xOf(placeOf(axis, `${year + 1}-04-01`)) - x;
  const quarters = QUARTERS.map((quarter, part) => ({ quarter, from: quarterFrom(year, part) }));
  const shown = quarters.filter(({ from }) => from < axis.until);
  return (
    <g>
      <rect x={x} y={0} width={width} height={22} className="gantt-year" />
      <text x={x + width / 2} y={15} className="gantt-year-name">
        {fiscalYear(year)}
      </text>
      {shown.map(({ quarter, from }, part) => {
        const left = xOf(placeOf(axis, from));
        return (
          <g key={quarter}>
            <line
              x1={left}
              x2={left}
              y1={22}
              y2={height}
              className={part === 0 ? 'gantt-line year' : 'gantt-line'}
            />
            <text x={left + width / shown.length / 2} y={35} className="gantt-quarter">
              {t('gantt.quarter', { quarter })}
            </text>
          </g>
        );
      })}
    </g>
  );
}

const quarterFrom = (year: number, part: number): string =>
  part === 3 ? `${year + 1}-01-01` : `${year}-${['04', '07', '10'][part]}-01`;

function Bands({ laid }: { laid: Laid }) {
  const { say } = useWords(ganttWords);
  return (
    <g>
      {laid.rows.map(
        ({ row, y, legal }) =>
          legal !== null && (
            <Unsaid key={row.system}>
              <rect
                x={xOf(legal)}
                y={y}
                width={Math.max(0, WIDTH - xOf(legal))}
                height={ROW}
                className="gantt-legal"
              />
              <line x1={xOf(legal)} x2={xOf(legal)} y1={y} y2={y + ROW} className="gantt-legal-line" />
            </Unsaid>
          ),
      )}
      {laid.waves.map(({ id, label, y }) => (
        <Unsaid key={id}>
          <rect x={0} y={y} width={WIDTH} height={WAVE} className="gantt-wave" />
          <text x={6} y={y + 14} className="gantt-wave-name">
            {say(label)}
          </text>
        </Unsaid>
      ))}
    </g>
  );
}
